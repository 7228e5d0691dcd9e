"""Settings: declared once; the device ones hold no client data, the vault ones are encrypted."""
