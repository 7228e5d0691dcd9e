"""The section that says what Underrose is, and what it is built on."""

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent, QTextOption
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.pages.settings.about_model import AboutModel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text

if TYPE_CHECKING:  # as in the model
    from crypto.vault.versions import Versions

WIDTH = 640  # logical pixels at 100 % text
LICENCES = 440  # logical pixels high


class AboutSection(QWidget):
    """Version and licences."""

    def __init__(self, theme: Theme, model: AboutModel) -> None:
        """Say which version this is."""
        super().__init__()
        self._theme = theme
        self._model = model
        self._vault = _selectable("")
        self._vault.setObjectName("settings.versions")
        self._keys = _selectable("")
        self._licences = Button(theme, translate("Settings", "Licences"), icon="scroll-text")
        self._licences.setObjectName("settings.licences")
        self._licences.clicked.connect(model.read_licences)
        model.licences_read.connect(self._show)
        model.versions_read.connect(self._show_versions)
        facts = QGridLayout()
        facts.setHorizontalSpacing(24)
        facts.setVerticalSpacing(8)
        facts.setColumnStretch(1, 1)
        told = [(label, _selectable(text)) for label, text in _facts()]
        told.append((translate("Settings", "The vault is kept by"), self._vault))
        told.append((translate("Settings", "Its keys by"), self._keys))
        for at, (label, words) in enumerate(told):
            facts.addWidget(Text(label, "small", "tertiary"), at, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(words, at, 1)
        self.setFixedWidth(theme.tokens.scaled(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(facts)
        column.addWidget(self._licences, 0, Qt.AlignmentFlag.AlignLeft)

    def focus_first(self) -> None:
        """Put the focus on the way to the licences."""
        self._licences.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self._model.read_versions()
        super().showEvent(event)

    def _show_versions(self, found: "Versions") -> None:
        vault = translate("Settings", "SQLCipher {sqlcipher}, SQLite {sqlite}, OpenSSL {openssl}")
        self._vault.setText(vault.format(**found._asdict()))
        keys = translate("Settings", "OpenSSL {openssl_of_keys}")
        self._keys.setText(keys.format(**found._asdict()))

    def _show(self, licences: str) -> None:
        title = translate("Settings", "What Underrose is built on")
        dialog = Dialog(self.window(), self._theme, title, width=760)
        dialog.setObjectName("settings.licences_dialog")
        text = QPlainTextEdit(licences)
        text.setObjectName("settings.licences_text")
        text.setAccessibleName(title)
        text.setProperty("kind", "field")
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        text.setMinimumHeight(LICENCES)
        dialog.body.addWidget(text)
        close = dialog.add_button(Button(self._theme, translate("Settings", "Close")), default=True)
        close.setObjectName("settings.licences_close")
        close.clicked.connect(dialog.dismiss)
        dialog.open()


def _selectable(text: str) -> Text:
    words = Text(text, "body", wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words


def _facts() -> tuple[tuple[str, str], ...]:
    return (
        (translate("Settings", "Version"), _version()),
        (
            translate("Settings", "Licence"),
            translate("Settings", "GNU General Public License, version 3 or later"),
        ),
        (
            translate("Settings", "Network"),
            translate("Settings", "None. Underrose opens no connection to anything."),
        ),
    )


def _version() -> str:
    try:
        return version("underrose")
    except PackageNotFoundError:
        return translate("Settings", "from a source tree that isn’t installed")
