"""First run: create the vault, keep its Recovery Kit, name a first client."""
