"""The log of everything that left the vault about a client."""
