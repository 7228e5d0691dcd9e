"""Where a vault and its Recovery Kit may be kept, before any vault is open."""
