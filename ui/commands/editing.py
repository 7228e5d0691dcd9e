"""Does the Edit menu's commands in whatever text field has the focus."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui.commands.registry import Registry
from ui.widgets.toast import Toast

TextField = QLineEdit | QTextEdit | QPlainTextEdit


def bind_editing(registry: Registry, window: QWidget) -> None:
    """Undo takes back what a toast offers, unless a text field has the focus."""

    def undo() -> None:
        field = _field()
        if field is not None:
            field.undo()
            return
        for toast in window.findChildren(Toast):
            toast.undo()

    registry.bind("edit.undo", undo)
    registry.bind("edit.redo", lambda: _in_field(lambda field: field.redo()))
    registry.bind("edit.cut", lambda: _in_field(lambda field: field.cut()))
    registry.bind("edit.copy", lambda: _in_field(lambda field: field.copy()))
    registry.bind("edit.paste", lambda: _in_field(lambda field: field.paste()))
    registry.bind("edit.select_all", lambda: _in_field(lambda field: field.selectAll()))


def _in_field(do: Callable[[TextField], None]) -> None:
    field = _field()
    if field is not None:
        do(field)


def _field() -> TextField | None:
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, TextField) else None
