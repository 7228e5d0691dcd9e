"""What the window process has around it: supervisor, desktop, clipboard, and Qt's manners."""
