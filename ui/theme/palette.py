"""The QPalette behind the stylesheet: selections, menus and native parts."""

from PySide6.QtGui import QPalette

from ui.theme.tokens import Tokens

ROLES = {
    QPalette.ColorRole.Window: "bg.page",
    QPalette.ColorRole.WindowText: "ink.primary",
    QPalette.ColorRole.Base: "bg.surface",
    QPalette.ColorRole.AlternateBase: "bg.sunken",
    QPalette.ColorRole.Text: "ink.primary",
    QPalette.ColorRole.PlaceholderText: "ink.tertiary",
    QPalette.ColorRole.Button: "bg.surface",
    QPalette.ColorRole.ButtonText: "ink.primary",
    QPalette.ColorRole.BrightText: "rose.onFill",
    QPalette.ColorRole.ToolTipBase: "bg.raised",
    QPalette.ColorRole.ToolTipText: "ink.primary",
    QPalette.ColorRole.Highlight: "rose.fill",
    QPalette.ColorRole.HighlightedText: "rose.onFill",
    QPalette.ColorRole.Accent: "rose.fill",
    QPalette.ColorRole.Link: "rose.text",
    QPalette.ColorRole.LinkVisited: "rose.text",
    QPalette.ColorRole.Light: "bg.raised",
    QPalette.ColorRole.Midlight: "bg.hover",
    QPalette.ColorRole.Mid: "line.strong",
    QPalette.ColorRole.Dark: "line.control",
    QPalette.ColorRole.Shadow: "line.control",
}
DISABLED = {
    QPalette.ColorRole.WindowText: "ink.disabled",
    QPalette.ColorRole.Text: "ink.disabled",
    QPalette.ColorRole.ButtonText: "ink.disabled",
    QPalette.ColorRole.Base: "bg.disabled",
    QPalette.ColorRole.Button: "bg.disabled",
}


def build_palette(tokens: Tokens) -> QPalette:
    """Return every colour role a widget of this app may ask for."""
    palette = QPalette()
    for role, name in ROLES.items():
        palette.setColor(role, tokens.color(name))
    for role, name in DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.color(name))
    return palette
