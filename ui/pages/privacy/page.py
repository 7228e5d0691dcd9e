"""The page of the privacy check-up."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.workflows.privacy_check.finding import State
from ui.commands.registry import Registry
from ui.pages.privacy.finding_card import FindingCard
from ui.pages.privacy.finding_row import FindingRow
from ui.pages.privacy.limits import WIDTH, Limits
from ui.pages.privacy.line import Lead
from ui.pages.privacy.summary import summary
from ui.pages.privacy.view_model import CheckUp, PrivacyModel
from ui.pages.privacy.wording import words_for
from ui.places.navigation import Navigation, PageId, Place
from ui.places.page import Page
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.columns import Columns
from ui.widgets.page_head import PageHead, fill_page
from ui.widgets.page_title import PageTitle
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text

PLACES = {
    Lead.VAULT: Place(PageId.SETTINGS, tab="vault"),
    Lead.LOCKING: Place(PageId.SETTINGS),
    Lead.BACKUPS: Place(PageId.BACKUPS),
    Lead.HELP: Place(PageId.HELP, tab="security"),
}


class PrivacyPage(Page):
    """What needs the coach first, then what can't be told, then what is in order."""

    def __init__(
        self, theme: Theme, model: PrivacyModel, navigation: Navigation, registry: Registry
    ) -> None:
        """Bind the commands of this page."""
        super().__init__()
        self.setObjectName("privacy")
        self._model = model
        self._navigation = navigation
        self._registry = registry
        self._waits = False
        self._mendable = (False, "")  # the files, and what a check found
        self._head = PageHead(top=24, bottom=12)
        self._scroll = ScrollPage(top=6)
        self._summary = Text("", "small", "secondary", wrap=True)
        self._summary.setObjectName("privacy.summary")
        self._again = Button(theme, translate("Privacy", "Look again"), icon="refresh-cw")
        self._again.setObjectName("privacy.again")
        self._again.clicked.connect(model.look)
        self._cards = {
            State.LOOK: FindingCard(theme, translate("Privacy", "Needs you"), main=True),
            State.UNKNOWN: FindingCard(theme, translate("Privacy", "Can’t tell")),
            State.FINE: FindingCard(theme, translate("Privacy", "In order")),
        }
        for card in self._cards.values():
            card.acted.connect(self._act)
        self._limits = Limits(theme)
        self._limits.more.clicked.connect(lambda: self._act(Lead.HELP))
        self._lay_out(theme)
        registry.bind("go.privacy", lambda: navigation.go(Place(PageId.PRIVACY)))
        registry.bind(
            "vault.make_private", model.make_files_private, lambda: model.state.files_are_open
        )
        model.state_changed.connect(self._show)
        self._show(model.state)

    def open_place(self, place: Place) -> None:
        self._model.look()

    def focus_first(self) -> None:
        rows = self._rows()
        self._waits = not rows  # the first row gets it as soon as there is one
        (rows[0] if rows else self._again).setFocus()

    def regions(self) -> tuple[QWidget, ...]:
        return (self._head, self._findings, self._limits)

    def _show(self, state: CheckUp) -> None:
        mendable = (state.files_are_open, state.damaged_in)
        if mendable != self._mendable:
            self._mendable = mendable
            self._registry.refresh()
        self._summary.setText(_summary(state))
        kept = self._rows()
        held = next((row.words.subject for row in kept if row.hasFocus()), None)
        changed = False
        for kind, card in self._cards.items():
            lines = (words_for(one, state.folder) for one in state.findings if one.state is kind)
            changed = card.show_lines(tuple(lines)) or changed
        if not changed:
            return
        rows = self._rows()
        for row in rows:
            if row not in kept:
                row.left_by.connect(self._step)
        stops = [stop for row in rows for stop in (row, row.other) if stop is not None]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        if stops:
            QWidget.setTabOrder(stops[-1], self._limits.more)
        if rows and (held is not None or self._waits):
            self._waits = False
            same = (row for row in rows if row.words.subject is held)
            next(same, rows[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self) -> tuple[FindingRow, ...]:
        return tuple(row for card in self._cards.values() for row in card.rows)

    def _step(self, by: int) -> None:
        rows = self._rows()
        at = next((at for at, row in enumerate(rows) if row.hasFocus()), 0) + by
        if at in range(len(rows)):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _act(self, lead: Lead) -> None:
        if lead is Lead.FILES:
            self._registry.run("vault.make_private")
        elif lead is Lead.RESTORE:
            self._registry.run("backup.bring_back")
        elif lead is Lead.SALVAGE:
            self._registry.run("vault.save_readable")
        elif lead is Lead.CHECK:
            self._model.check()
        elif lead is Lead.KIT:
            self._registry.run("vault.rehearse")
        elif lead in PLACES:
            self._navigation.go(PLACES[lead])

    def _lay_out(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PageTitle(theme, translate("Privacy", "Privacy check-up")))
        words.addWidget(self._summary)
        self._head.row.addLayout(words, 1)
        self._head.row.addWidget(self._again, 0, Qt.AlignmentFlag.AlignVCenter)
        self._findings = QWidget()
        cards = QVBoxLayout(self._findings)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(0)
        for card in self._cards.values():
            cards.addWidget(card)
        cards.addStretch(1)
        self._scroll.content.addWidget(
            Columns(theme, self._findings, self._limits, right_width=WIDTH, between=40)
        )
        self._scroll.content.addStretch(1)
        fill_page(self, self._head, self._scroll)


def _summary(state: CheckUp) -> str:
    if state.checked_part is not None:
        text = translate("Privacy", "Checking every record… {part} %")
        return text.format(part=round(state.checked_part * 100))
    if state.busy or not state.loaded:
        return translate("Privacy", "Looking…")
    return summary(state.findings, state.seconds)
