"""What happens once a vault is open: how it was found, its check, and where the coach was."""
