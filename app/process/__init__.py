"""The processes around the window: how they start, speak to each other, and end."""
