"""Help, offline: a few short pages, and the one for the current screen at a key."""
