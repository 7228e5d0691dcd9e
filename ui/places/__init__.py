"""Where the person is, and what a page of the desk is to it."""
