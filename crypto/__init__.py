"""Keys, slots, header, seal, vault file and keyring: no Qt, no coaching words."""
