"""`underrose check`: verifies a vault from the command line, and never writes to it."""
