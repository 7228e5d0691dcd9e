"""From a damaged vault, everything that still verifies, brought into a new one."""
