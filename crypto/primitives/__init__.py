"""Key derivation, authenticated encryption and the hash chain, from published standards."""
