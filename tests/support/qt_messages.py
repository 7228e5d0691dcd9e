"""The Qt messages that do not fail a test, each with the reason why it is harmless."""

import pytest

HARMLESS = {
    r"^This plugin does not support propagateSizeHints\(\)": (
        "the offscreen platform has no window manager to tell about size hints"
    ),
    r"^This plugin does not support raise\(\)": "nor anything to raise a window above",
    r"^This plugin does not support grabbing the keyboard": "nor anybody to take it from",
}


def expect_harmless_messages(config: pytest.Config) -> None:
    """Tells pytest-qt which messages to let pass."""
    for pattern in HARMLESS:
        config.addinivalue_line("qt_log_ignore", pattern)
