"""What a screen reader would say of a window's controls, and which of them it could not name."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QWidget


def nameless(top: QWidget) -> list[str]:
    """The focusable controls and the rows shown in `top` that have no accessible name."""
    widgets = [top, *(one for one in top.findChildren(QWidget) if one.isVisibleTo(top))]
    controls = [described(widget) for widget in widgets if takes_focus(widget) and not name(widget)]
    views = [widget for widget in widgets if isinstance(widget, QAbstractItemView)]
    return controls + [row for view in views for row in _silent_rows(view)]


def takes_focus(widget: QWidget) -> bool:
    """Whether the keyboard can come to this widget itself."""
    reachable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    return reachable and not widget.objectName().startswith("qt_") and not _in_combo_box(widget)


def _in_combo_box(widget: QWidget) -> bool:
    # Its list and its line are spoken as parts of the box.
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QComboBox) or _in_combo_box(parent))


def name(widget: QWidget) -> str:
    """The name that the platform's accessibility gets, from the widget, its text or its label."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def described(widget: QWidget) -> str:
    """The widget for people who mend it: its class, and the way to it by object names."""
    way = [f"{type(widget).__name__} {widget.objectName()!r}"]
    parent = widget.parentWidget()
    while parent is not None:
        way.append(parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return " in ".join(way)


def _silent_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for number in range(model.rowCount() if model else 0):
        index = model.index(number, 0)
        roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
        enabled = index.flags() & Qt.ItemFlag.ItemIsEnabled
        if enabled and not any(str(index.data(role) or "").strip() for role in roles):
            yield f"row {number} of {described(view)}"
