"""Shows a notice exactly as a client is shown it, with its version and language."""

from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.records.clients.record import Client
from app.records.purposes.record import Notice
from ui.paper.words import language_name
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.text import Text

BESIDE_FIELDS = 104
TO_BE_READ = 260


class NoticeView(QWidget):
    """A read-only text that scrolls, under a line that names its version."""

    def __init__(self, theme: Theme, height: int = BESIDE_FIELDS) -> None:
        """Make an empty view of `height` logical pixels at 100 % text."""
        super().__init__()
        self._caption = Text("", "caption", "tertiary")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setProperty("kind", "field")
        self._text.setFixedHeight(theme.tokens.scaled(height))
        self._text.setObjectName("notice.text")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_notice(self, notice: Notice, client: Client) -> None:
        """Shows the notice that `client` is or was shown."""
        words = translate(
            "NoticeView", "What {name} is shown or read: version {version}, {language}"
        )
        caption = words.format(
            name=client.first_name,
            version=notice.version,
            language=language_name(notice.language),
        )
        self._caption.setText(caption)
        self._text.setPlainText(notice.text)
        self._text.setAccessibleName(caption)
