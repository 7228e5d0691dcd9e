"""The window around the pages: stages, sidebar, navigation, notices and the lock."""
