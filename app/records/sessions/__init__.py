"""One meeting each: planned and actual times, and its number with that client."""
