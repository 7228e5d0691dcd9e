"""The privacy check-up: what was looked at, what was found, and how to mend it."""
