"""The process that brings a backup to its drive and proves it there, beside the window's."""
