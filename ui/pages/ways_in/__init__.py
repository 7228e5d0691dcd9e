"""What is asked when the ways into the vault are changed, its kit proven, or its key made anew."""
