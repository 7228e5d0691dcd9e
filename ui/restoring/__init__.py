"""Bringing a backup back: what the locked window and the desk's dialogs share."""
