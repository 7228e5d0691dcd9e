"""The password store of the operating system."""
