"""Fonts, colours, icons and the one stylesheet, all from tokens."""

from ui.theme.switcher import Theme, ThemeChoice
from ui.theme.tokens import Tokens

__all__ = ["Theme", "ThemeChoice", "Tokens"]
