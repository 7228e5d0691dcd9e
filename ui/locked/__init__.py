"""The stage before the desk: the ceiling, and the pages below it."""
