"""The hash chain of entries that every change of a record appends to."""
