"""The consent record that a client is given: what stands on it, its JSON, its export."""
