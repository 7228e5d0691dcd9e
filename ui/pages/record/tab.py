"""The Record tab: how each consent stands, every entry, and the way to record and export."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.clock import Clock
from app.core.ids import ClientId, PurposeId
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.pages.record.consent_dialog import ConsentDialog
from ui.pages.record.consent_table import ConsentTable
from ui.pages.record.decision_dialog import DecisionDialog
from ui.pages.record.decision_form import Draft
from ui.pages.record.entries_table import EntriesTable
from ui.pages.record.export_dialog import ExportDialog
from ui.pages.record.view_model import RecordModel, State
from ui.places.client_tab import ClientTab
from ui.places.unread import Unread
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text

if TYPE_CHECKING:  # its imports (paper) come after the first paint
    from ui.paper.renderer import Paper


class RecordTab(ClientTab):
    """Consents of the client who is shown."""

    key = "record"

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        clock: Clock,
        paper: "Paper",
        registry: Registry,
    ) -> None:
        """Bind the commands of this tab."""
        super().__init__()
        self.setObjectName("record")
        self._theme = theme
        self._jobs = jobs
        self._clock = clock
        self._paper = paper
        self._registry = registry
        self._model = RecordModel(jobs, clock, self)
        self._drafts: dict[ClientId, Draft] = {}  # decisions that were left by Esc
        self._wants_focus = False
        self._table = ConsentTable(theme)
        self._entries = EntriesTable(theme)
        self._sealed = Text("", "small", "leaf")
        self._decide = Button(theme, translate("RecordTab", "Record a decision"), icon="plus")
        self._decide.setObjectName("record.decide_button")
        self._export = Button(
            theme, translate("RecordTab", "Export"), ButtonKind.MAIN, icon="file-output"
        )
        self._export.setObjectName("record.export_button")
        self._first = Button(theme, translate("RecordTab", "Record a decision"), icon="plus")
        self._first.setObjectName("record.first_decision")
        self._empty = self._empty_state()
        self._filled = self._filled_state()
        self._lay_out()
        registry.bind("record.decide", self._decide_any, self._can_decide)
        registry.bind("record.export", self._open_export, self._has_consents)
        for button in (self._decide, self._first):
            button.clicked.connect(registry.action("record.decide").trigger)
        self._export.clicked.connect(registry.action("record.export").trigger)
        self._table.chosen.connect(self._open_consent)
        self._model.state_changed.connect(self._show)

    def title(self) -> str:
        return translate("RecordTab", "Record")

    def show_client(self, client: ClientId) -> None:
        self._model.load(client)

    def focus_first(self) -> None:
        self._wants_focus = self._model.state is None
        if self._has_consents():
            self._table.setFocus()
        elif self._first.isVisible():
            self._first.setFocus()

    def header_buttons(self) -> tuple[QWidget, ...]:
        return (self._decide, self._export)

    def _show_nothing(self) -> None:
        """As long as this client's record isn't there, nothing of another one is to be seen."""
        self._empty.hide()
        self._filled.hide()
        self._decide.set_available(False)
        self._export.set_available(False)
        self._export.set_text(translate("RecordTab", "Export"))
        self._registry.refresh()

    def _show(self, state: State | None) -> None:
        if state is None:
            self._show_nothing()
            return
        there = bool(state.rows)
        self._wants_focus |= there and self._first.hasFocus()  # it goes with the empty page
        self._empty.setVisible(not there)
        self._filled.setVisible(there)
        self._table.show_state(state)
        self._entries.show_rows(state.entries)
        self._sealed.setText(_sealed_words(state.sealed))
        export = translate("RecordTab", "Export for {name}")
        self._export.set_text(export.format(name=state.client.first_name))
        self._export.set_available(there, translate("RecordTab", "Nothing is on record yet"))
        archived = translate("RecordTab", "Restore the client first")
        for button in (self._decide, self._first):
            button.set_available(self._can_decide(), archived)
        self._registry.refresh()
        if self._wants_focus:
            self.focus_first()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self._theme.tokens.space(5), 0, 0)
        column.addWidget(Unread(self._theme, self._model.unread))
        column.addWidget(self._empty)
        column.addWidget(self._filled)
        column.addStretch(1)
        self._empty.hide()
        self._filled.hide()

    def _empty_state(self) -> QWidget:
        card = Card()
        state = EmptyState(
            self._theme,
            "scroll-text",
            translate("RecordTab", "Nothing asked yet"),
            translate(
                "RecordTab",
                "When a client agrees to something, or declines, record it here with the exact "
                "text they were shown.",
            ),
            self._first,
        )
        QVBoxLayout(card).addWidget(state)
        return card

    def _filled_state(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.tokens.space(2))
        column.addWidget(_carded(self._table))
        column.addSpacing(self._theme.tokens.space(3))
        head = QHBoxLayout()
        head.setSpacing(self._theme.tokens.space(2))
        head.addWidget(Text(translate("RecordTab", "Ledger"), "heading"))
        head.addStretch(1)
        head.addWidget(IconView(self._theme, "link", "leaf.text", 15))
        head.addWidget(self._sealed)
        column.addLayout(head)
        column.addWidget(_carded(self._entries))
        note = translate(
            "RecordTab",
            "Entries are never edited or removed. If one was a mistake, record how things are, and "
            "say so in its remark.",
        )
        column.addWidget(Text(note, "caption", "tertiary", wrap=True))
        return holder

    def _can_decide(self) -> bool:
        state = self._model.state
        return state is not None and bool(state.purposes)

    def _has_consents(self) -> bool:
        return self._model.state is not None and bool(self._model.state.rows)

    def _open_consent(self, purpose: PurposeId) -> None:
        state = self._model.state_today()
        row = state.row(purpose) if state else None
        if state is not None and row is not None:
            dialog = ConsentDialog(self.window(), self._theme, state, row)
            dialog.decide_asked.connect(partial(self._open_decision, purpose))
            dialog.open()

    def _decide_any(self) -> None:
        self._open_decision(None)

    def _open_decision(self, purpose: PurposeId | None) -> None:
        state = self._model.state_today()
        if state is None:
            return
        client = state.client.id
        draft = self._drafts.get(client)
        if draft is not None and purpose not in {None, draft.purpose}:
            draft = None
        dialog = DecisionDialog(
            self.window(), self._theme, self._jobs, self._clock, state, purpose, draft
        )
        dialog.left.connect(partial(self._keep, client))
        dialog.open()

    def _keep(self, client: ClientId, draft: Draft | None) -> None:
        if draft is None:
            self._drafts.pop(client, None)
        else:
            self._drafts[client] = draft

    def _open_export(self) -> None:
        state = self._model.state_today()
        if state is not None:
            ExportDialog(self.window(), self._theme, self._jobs, self._paper, state).open()


def _sealed_words(count: int) -> str:
    if count == 1:
        return translate("RecordTab", "1 entry, sealed against changes")
    return translate("RecordTab", "{count} entries, each sealed to the one before").format(
        count=count
    )


def _carded(table: QWidget) -> Card:
    card = Card()
    row = QVBoxLayout(card)
    row.setContentsMargins(1, 2, 1, 4)
    row.addWidget(table)
    return card
