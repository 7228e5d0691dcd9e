"""A field for a passphrase: dots, an eye to look, and nothing that remembers or predicts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.field import Field
from ui.widgets.restyle import set_style_property
from ui.widgets.secret_input import keep_secret


class PassphraseField(Field):
    """A Field that hides what is typed until the eye is pressed."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        hint: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a field named `label`; screen readers are told its name, never its characters."""
        super().__init__(theme, label, hint=hint, large=large, parent=parent)
        self._hide(True)
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.setDragEnabled(False)
        self._eye = self.line.addAction(
            theme.icon("eye", "ink.tertiary"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._eye.triggered.connect(self._toggle)
        self._theme.changed.connect(self._name_eye)
        self._name_eye()

    def clear(self) -> None:
        """Empty the field and hide what comes next."""
        self.line.clear()
        self._hide(True)
        self._name_eye()

    def _toggle(self) -> None:
        self._hide(self.line.echoMode() is QLineEdit.EchoMode.Normal)
        self._name_eye()

    def _hide(self, hidden: bool) -> None:
        echo = QLineEdit.EchoMode
        self.line.setEchoMode(echo.Password if hidden else echo.Normal)
        keep_secret(self.line)  # Qt takes these hints away when it shows what is typed
        set_style_property(self.line, "dots", "true" if hidden else "false")

    def _name_eye(self) -> None:
        shown = self.line.echoMode() is QLineEdit.EchoMode.Normal
        self._eye.setIcon(self._theme.icon("eye-off" if shown else "eye", "ink.tertiary"))
        self._eye.setText(
            translate("PassphraseField", "Hide passphrase")
            if shown
            else translate("PassphraseField", "Show passphrase")
        )
