"""The ways into a vault: which there are, and changing them without locking anybody out."""
