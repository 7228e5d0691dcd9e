"""All clients: active, then archived."""
