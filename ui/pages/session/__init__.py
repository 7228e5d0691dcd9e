"""A session: one quiet page to write on, saved by itself."""
