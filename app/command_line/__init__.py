"""The `underrose` command: what its arguments mean."""
