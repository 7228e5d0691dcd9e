"""The tour, from outside: its folder, its desktop, and the window that takes it."""
