"""Opening the vault with the 24 words of its Recovery Kit."""
