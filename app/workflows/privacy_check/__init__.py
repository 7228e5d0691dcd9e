"""The privacy check-up: what was looked at around the vault and in it, and what was found."""
