"""The ways in: each slot wraps the vault key under one secret."""
