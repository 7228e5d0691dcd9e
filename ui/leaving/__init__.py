"""Everything that covers, locks and ends the window."""
