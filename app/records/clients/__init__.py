"""The people coached."""
