"""Use cases that combine several slices."""
