"""Transactions, migrations and drafts on the one connection to the vault."""
