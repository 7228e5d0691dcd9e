"""What is about to leave: what goes in, as what, since when it is asked for, and where to."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import AppError, MomentInFuture
from app.workflows.consent_record.record import ConsentRecord
from ui.messages import message_for
from ui.pages.record.folder_field import FolderField
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.day_field import DayField
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text


class ExportOffer(QWidget):
    """The day and the folder can be changed; what goes in is the whole record, always."""

    asked_changed = Signal()

    def __init__(self, theme: Theme, name: str, today: date) -> None:
        """Offer the record of the client with this first `name`."""
        super().__init__()
        self._theme = theme
        self._today = today
        self._everything = Text("", wrap=True)
        self._asked = DayField(
            theme,
            translate("ExportOffer", "{name} asked for it").format(name=name),
            today,
            empty_means=translate("ExportOffer", "Empty: nobody asked for it"),
        )
        self._asked.line.setObjectName("export.asked")
        self._asked.set_day(today)
        self._asked.day_changed.connect(self.asked_changed)
        self._asked.line.editingFinished.connect(self._complain)
        self.place = FolderField(theme)
        self.setFocusProxy(self._asked)
        self._lay_out()

    def show_record(self, record: ConsentRecord) -> None:
        """Say how much goes in."""
        words = translate("ExportOffer", "Every consent ({consents}) and every entry ({entries})")
        entries = sum(len(line.consent.events) for line in record.lines)
        self._everything.setText(words.format(consents=len(record.lines), entries=entries))

    def asked_on(self) -> date | None:
        """The day, None when the client didn't ask; raises AppError for one that can't be."""
        day = self._asked.day()
        if day is not None and day > self._today:
            raise MomentInFuture
        return day

    def _complain(self) -> None:
        try:
            self.asked_on()
        except AppError as error:
            self._asked.set_error(message_for(error).text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.tokens.space(2))
        self._add_heading(column, translate("ExportOffer", "What goes in"))
        self._add_line(column, "check", self._everything)
        notices = translate("ExportOffer", "The text of each notice that was shown")
        self._add_line(column, "check", Text(notices, wrap=True))
        without = translate("ExportOffer", "Session notes are never part of this record.")
        self._add_line(column, "shield", Text(without, "small", "secondary", wrap=True))
        self._add_heading(column, translate("ExportOffer", "As"))
        pdf = translate("ExportOffer", "PDF, to read and print")
        self._add_line(column, "check", Text(pdf, wrap=True))
        column.addWidget(self._more(), 0, Qt.AlignmentFlag.AlignLeft)
        json = translate(
            "ExportOffer", "JSON, for another system: inside the PDF, and as a file beside it"
        )
        self._json = self._add_line(column, "check", Text(json, wrap=True))
        self._json.hide()
        column.addSpacing(self._theme.tokens.space(2))
        column.addWidget(self._asked)
        column.addWidget(self.place)
        column.addStretch(1)

    def _more(self) -> Button:
        more = Button(
            self._theme, translate("ExportOffer", "More"), ButtonKind.LINK, icon="chevron-right"
        )
        more.setObjectName("export.more")

        def toggle() -> None:
            self._json.setVisible(self._json.isHidden())
            more.set_icon("chevron-right" if self._json.isHidden() else "chevron-down")

        more.clicked.connect(toggle)
        return more

    def _add_heading(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(self._theme.tokens.space(1))
        column.addWidget(Text(words, "small", strong=True))

    def _add_line(self, column: QVBoxLayout, icon: str, words: Text) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.tokens.space(2))
        sign = IconView(self._theme, icon, "ink.secondary", 17)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        column.addWidget(line)
        return line
