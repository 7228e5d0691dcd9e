"""Today: the first day, and then what runs and who was seen last."""
