"""Bringing a backup back while no vault is open."""
