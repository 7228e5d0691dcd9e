"""The page of one client, and the dialogs that add and change one."""
