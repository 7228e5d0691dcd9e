"""Backups: one file each, under a key of its own that the vault key cannot give."""
