"""The controls inside a widget that Tab reaches, in reading order.

Qt's own chain is not walked: PySide takes each widget that `nextInFocusChain` returns for a child
of the one before, and so deletes dialogs that are still open.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(around: QWidget) -> list[QWidget]:
    """The visible, enabled widgets in `around` that take the focus by Tab."""
    return [
        widget
        for widget in around.findChildren(QWidget)
        if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    ]
