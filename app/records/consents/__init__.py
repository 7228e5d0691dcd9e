"""Consent records: one purpose, one client, events that are only ever appended."""
