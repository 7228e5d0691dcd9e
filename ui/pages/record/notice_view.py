"""Shows a notice exactly as a client is shown it, with its version and language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.records.clients.record import Client
from app.records.purposes.record import Notice
from ui.paper.words import language_name
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.field import AREA_FRAME
from ui.widgets.text import Text

LEAST = 104
CAPTION_GAP = 4
TO_BE_READ = 260


class NoticeView(QWidget):
    """A read-only text that scrolls, under a line that names its version."""

    def __init__(self, theme: Theme, height: int = 0) -> None:
        """Make an empty view of `height` logical pixels at 100 % text; 0 is what `fit` gives."""
        super().__init__()
        self._theme = theme
        self._caption = Text("", "caption", "tertiary")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setProperty("kind", "field")
        self._text.setFixedHeight(theme.tokens.scaled(height or LEAST))
        self._text.setObjectName("notice.text")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CAPTION_GAP)
        column.addWidget(self._caption)
        column.addWidget(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def fit(self, width: int, most: int) -> None:
        """Be as high as the text is in a view of `width`, and not higher than `most`."""
        least = self._theme.tokens.scaled(LEAST)
        line, document = self._text.fontMetrics(), self._text.document()
        inner = width - 2 * round(document.documentMargin()) - 2 * AREA_FRAME
        wrapped = line.boundingRect(
            0, 0, inner, 0, Qt.TextFlag.TextWordWrap, document.toPlainText()
        )
        lines = wrapped.height() // line.lineSpacing() + 2  # one more: it may break elsewhere
        whole = lines * line.lineSpacing() + 2 * round(document.documentMargin()) + AREA_FRAME
        caption = self._caption.sizeHint().height() + CAPTION_GAP
        height = max(least, min(whole, most - caption))
        if height != self._text.height():
            self._text.setFixedHeight(height)

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
