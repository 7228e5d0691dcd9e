"""What first run, recovery and the settings share about the ways into a vault."""
