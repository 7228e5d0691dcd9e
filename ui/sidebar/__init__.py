"""The sidebar: places and clients, and the way to find them."""
