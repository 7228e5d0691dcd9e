"""Where a vault and its Recovery Kit lie: a new one's folder, a move, and sync services."""
