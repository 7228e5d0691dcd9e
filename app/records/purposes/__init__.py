"""What consents are for: templates and the exact notices that clients are shown."""
