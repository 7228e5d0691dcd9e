"""The window process: everything that needs Qt."""
