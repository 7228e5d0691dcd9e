"""Backups of the open vault: one made at a time, by itself or asked for, and when it is due."""
