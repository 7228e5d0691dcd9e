"""The window around the pages: desk, notices, regions, and the commands of every screen."""
