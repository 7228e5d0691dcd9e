"""Today once there are clients: what runs, who was seen last, and what still needs the coach."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import ClientId
from ui.pages.today.backup_step import BackupStep
from ui.pages.today.first_day import practice_step
from ui.pages.today.kit_step import KitStep
from ui.pages.today.running_card import RunningCard
from ui.pages.today.view_model import Person, State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.columns import Columns
from ui.widgets.fitted_list import FittedList
from ui.widgets.row_delegate import PADDING, RowDelegate
from ui.widgets.rows import Row, RowModel
from ui.widgets.text import Text
from ui.words.dates import week_day

SHOWN = 8  # people; the rest under "All n clients"
LEFT = 428 + 2 * PADDING
BETWEEN = 44 - 2 * PADDING


class People(QWidget):
    """Rows reach `PADDING` further out on both sides than the words above them."""

    client_opened = Signal(object)  # ClientId
    go_on = Signal(object)  # ClientId

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._cards: list[RunningCard] = []
        self._rows = RowModel(self)
        self.people = FittedList(
            theme, translate("Today", "Clients seen last"), self._rows, RowDelegate(theme)
        )
        self.people.setObjectName("today.people")
        self.people.opened.connect(self._open)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(PADDING, 0, PADDING, 0)
        self._above.setSpacing(12)
        self.all_clients = Button(theme, "", ButtonKind.QUIET, icon="users")
        self.all_clients.setObjectName("today.all_clients")
        self._practice, self.fill_in = practice_step(theme)
        self.kit = KitStep(theme)
        self.backup = BackupStep(theme)
        self._needs = QWidget()
        needs = QVBoxLayout(self._needs)
        needs.setContentsMargins(PADDING, 0, PADDING, 0)
        needs.addWidget(Text(translate("Today", "Needs you"), "heading"))
        needs.addSpacing(6)
        needs.addWidget(self._practice)
        needs.addWidget(self.kit)
        needs.addWidget(self.backup)
        needs.addStretch(1)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        columns = Columns(theme, self._left(), self._needs, left_width=LEFT, between=BETWEEN)
        row.addWidget(columns)
        row.addStretch(1)

    def show_state(self, state: State) -> None:
        """Show what runs, who was seen last, and what is missing."""
        self._show_cards(state)
        people = state.people[:SHOWN]
        self._rows.show_rows([_person(person, state.today) for person in people])
        count = len(state.people)
        self.all_clients.set_text(
            translate("Today", "All {count} clients").format(count=count)
            if count > 1
            else translate("Today", "All clients")
        )
        self._practice.setVisible(not state.practice_known)
        self.kit.show_need(state.kit_need)
        self.backup.show_state(state)
        self._needs.setVisible(state.needs_coach)

    def focus_first(self) -> None:
        """Put the focus on the list."""
        self.people.setFocus()

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._above)
        heading = Text(translate("Today", "Seen last"), "heading")
        heading.setContentsMargins(PADDING, 0, 0, 6)
        column.addWidget(heading)
        column.addWidget(self.people)
        column.addWidget(self.all_clients, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return left

    def _show_cards(self, state: State) -> None:
        for card in self._cards:
            self._above.removeWidget(card)
            card.deleteLater()
        self._cards = []
        for at, running in enumerate(state.running):
            card = RunningCard(self._theme, running, main=at == 0)
            card.go_on.connect(self.go_on)
            card.open_page.connect(self.client_opened)
            self._above.addWidget(card)
            self._cards.append(card)
        self._above.setContentsMargins(PADDING, 0, PADDING, 24 if self._cards else 0)

    def _open(self, index: QModelIndex) -> None:
        self.client_opened.emit(ClientId(self._rows.key(index)))


def _person(person: Person, today: date) -> Row:
    if person.last_seen is None:
        detail = translate("Today", "No session yet")
    else:
        detail = translate("Today", "Last session {day}").format(
            day=week_day(person.last_seen, today)
        )
    return Row(person.client, person.name, detail, initials=person.initials)
