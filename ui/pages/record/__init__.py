"""The Record tab of a client's page: consents, every entry, and what was handed out."""
