"""The vault folder: header, database, seal and lock."""
