"""One slice a kind of record; no slice imports another."""
