"""Backups: where they go, when one is due, how one is made and proven, and which may go again."""
