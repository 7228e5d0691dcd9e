"""A labelled line or block of text, with a hint or an error under it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.widgets.restyle import set_style_property
from ui.widgets.secret_input import learn_nothing
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

AREA_FRAME = 10  # logical pixels: edge and padding above and below, as the stylesheet has them


class LabelledField(QWidget):
    """A label above an editor and small print below it.

    The small print is also the editor's accessible description, so that an error is heard.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Put `label` and `hint` around `editor`."""
        super().__init__(parent)
        self.editor = editor
        self._hint = (hint, "tertiary", "")
        self._label = Text(label, "small", strong=True)
        self._label.setBuddy(editor)
        self._print = SmallPrint(theme, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._label)
        column.addWidget(editor)
        column.addWidget(self._print)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(editor)
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        self._label.setVisible(bool(label))

    def set_hint(self, text: str, tone: str = "tertiary", icon: str = "") -> None:
        """Say what helps; it replaces an error."""
        self._hint = (text, tone, icon)
        self.clear_error()

    def set_error(self, text: str) -> None:
        """Say what is wrong, with a wide edge around the editor; "" takes it back."""
        if not text:
            self.clear_error()
            return
        set_style_property(self.editor, "wrong", "true")
        self._print.say(text, "brick", "circle-alert")
        self.editor.setAccessibleDescription(text)

    def clear_error(self) -> None:
        """Go back to the hint."""
        set_style_property(self.editor, "wrong", "false")
        self._print.say(*self._hint)
        self.editor.setAccessibleDescription(self._hint[0])

    def error(self) -> str:
        """Return the error shown, or ""."""
        return self._print.text() if self.editor.property("wrong") == "true" else ""


class Field(LabelledField):
    """A labelled QLineEdit. Typing takes an error back."""

    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        hint: str = "",
        placeholder: str = "",
        large: bool = False,
        editor: QLineEdit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a field; `large` is the lock screen's height, `editor` a QLineEdit of one's own."""
        self.line = editor if editor is not None else QLineEdit()
        learn_nothing(self.line)
        super().__init__(theme, label, self.line, hint, parent)
        self._theme = theme
        self.line.setPlaceholderText(placeholder)
        self.line.setProperty("measure", "large" if large else "normal")
        self._tick = self.line.addAction(
            theme.icon("check", "leaf.text"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._tick.setVisible(False)
        theme.changed.connect(self._recolour)
        self.line.textEdited.connect(self._on_edited)

    def text(self) -> str:
        """Return what stands in the field, as typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put `text` into the field."""
        self.line.setText(text)

    def set_accepted(self, accepted: bool) -> None:
        """Show or take away the tick that says: this is right."""
        self._tick.setVisible(accepted)

    def _recolour(self) -> None:
        self._tick.setIcon(self._theme.icon("check", "leaf.text"))

    def _on_edited(self, text: str) -> None:
        self.clear_error()
        self.edited.emit(text)


class TextArea(LabelledField):
    """A labelled block of several lines. Tab leaves it; typing takes an error back."""

    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        hint: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        """Make a block `lines` tall."""
        self.area = QPlainTextEdit()
        learn_nothing(self.area)
        self.area.setProperty("kind", "field")
        self.area.setTabChangesFocus(True)
        super().__init__(theme, label, self.area, hint, parent)
        self._theme = theme
        self._lines = lines
        self._fit_height()
        theme.changed.connect(self._fit_height)
        self.area.textChanged.connect(self._on_edited)

    def text(self) -> str:
        """Return what stands in the block, lines separated by a line feed."""
        return self.area.toPlainText()

    def set_text(self, text: str) -> None:
        """Put `text` into the block."""
        self.area.setPlainText(text)

    def _fit_height(self) -> None:
        line = QFontMetrics(self._theme.font("body")).lineSpacing()
        around = 2 * round(self.area.document().documentMargin()) + AREA_FRAME
        self.area.setFixedHeight(self._lines * line + around)

    def _on_edited(self) -> None:
        self.clear_error()
        self.edited.emit(self.text())
