"""What the coach writes in a session: a draft until it is final."""
