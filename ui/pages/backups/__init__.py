"""The page of backups: where they go, how old the last one is, and how one is brought back."""
