"""One consent to be read: how it stands, the notice that was shown, and its entries."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.pages.record.consent_delegate import chip_look
from ui.pages.record.consent_rows import ConsentRow
from ui.pages.record.entry_rows import EntryRow
from ui.pages.record.notice_view import TO_BE_READ, NoticeView
from ui.pages.record.view_model import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text


class ConsentDialog(Dialog):
    """Nothing can be changed here; it leads on to recording a decision."""

    decide_asked = Signal()

    def __init__(self, window: QWidget, theme: Theme, state: State, row: ConsentRow) -> None:
        """Show the consent of `row`, one of the rows of `state`."""
        super().__init__(window, theme, row.name, width=640)
        self.setObjectName("consent")
        self._lay_out_standing(row)
        notice = NoticeView(theme, TO_BE_READ)
        shown = row.consent.last.notice
        notice.show_notice(
            next(each for each in row.purpose.notices if each.id == shown), state.client
        )
        self.body.addWidget(notice)
        self._lay_out_entries([entry for entry in state.entries if entry.purpose == row.purpose.id])
        decide = self.add_button(Button(theme, translate("ConsentDialog", "Record a decision")))
        decide.setObjectName("consent.decide")
        decide.clicked.connect(self._decide)
        self._close = self.add_button(
            Button(theme, translate("ConsentDialog", "Close")), default=True
        )
        self._close.setObjectName("consent.close")
        self._close.clicked.connect(self.dismiss)

    def focus_first(self) -> None:
        self._close.setFocus()

    def _decide(self) -> None:
        self.dismiss()
        self.decide_asked.emit()

    def _lay_out_standing(self, row: ConsentRow) -> None:
        tone, icon = chip_look(row)
        standing = QHBoxLayout()
        standing.setSpacing(self._theme.tokens.space(2))
        standing.addWidget(Chip(self._theme, row.words, tone, icon))
        middle = Qt.AlignmentFlag.AlignVCenter
        standing.addWidget(Text(row.story, "small", "secondary", wrap=True), 1, middle)
        self.body.addLayout(standing)

    def _lay_out_entries(self, entries: list[EntryRow]) -> None:
        self.body.addWidget(Text(translate("ConsentDialog", "Its entries"), "small", strong=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.tokens.space(4))
        grid.setVerticalSpacing(self._theme.tokens.space(1))
        grid.setColumnStretch(2, 1)
        for at, entry in enumerate(entries):
            grid.addWidget(Text(entry.day, "small", "tertiary"), at, 0)
            grid.addWidget(Text(entry.what, "small", strong=True), at, 1)
            grid.addWidget(Text(entry.how, "small", "secondary", wrap=True), at, 2)
            grid.addWidget(Text(entry.number, "small", "tertiary"), at, 3)
        self.body.addLayout(grid)
