"""What the system tells of the drives that folders lie on, and of what encrypts them."""
