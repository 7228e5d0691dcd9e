"""Data that ships with Underrose; read through `resources.files`."""
