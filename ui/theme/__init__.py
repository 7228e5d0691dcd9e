"""Fonts, colours, icons and the one stylesheet, all from tokens."""
