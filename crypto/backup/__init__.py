"""Backups: one file each, under a key of its own."""
