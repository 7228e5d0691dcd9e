"""The Record tab: how each consent stands, every entry, and the way to record and export."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.clock import Clock
from app.core.ids import ClientId, PurposeId
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.pages.record.consent_table import ConsentTable
from ui.pages.record.decision_dialog import DecisionDialog
from ui.pages.record.entries_table import EntriesTable
from ui.pages.record.export_dialog import ExportDialog
from ui.pages.record.view_model import RecordModel, RecordState
from ui.paper.renderer import Paper
from ui.shell.client_tab import ClientTab
from ui.theme import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text


class RecordTab(ClientTab):
    """Consents of the client who is shown."""

    key = "record"

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        clock: Clock,
        paper: Paper,
        registry: Registry,
    ) -> None:
        super().__init__()
        self.setObjectName("record")
        self._theme = theme
        self._jobs = jobs
        self._clock = clock
        self._paper = paper
        self._registry = registry
        self._model = RecordModel(jobs, clock, self)
        self._table = ConsentTable(theme)
        self._entries = EntriesTable(theme)
        self._sealed = Text("", "small", "leaf")
        self._decide = Button(
            theme, translate("RecordTab", "Record a decision"), ButtonKind.PLAIN, icon="plus"
        )
        self._decide.setObjectName("record.decide_button")
        self._export = Button(
            theme, translate("RecordTab", "Export"), ButtonKind.MAIN, icon="file-output"
        )
        self._export.setObjectName("record.export_button")
        self._empty = self._empty_state()
        self._filled = self._filled_state()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.tokens.space(5), 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._filled)
        column.addStretch(1)
        self._empty.hide()
        self._filled.hide()
        registry.bind("record.decide", self._decide_any, self._has_purposes)
        registry.bind("record.export", self._open_export, self._has_consents)
        self._decide.clicked.connect(registry.action("record.decide").trigger)
        self._export.clicked.connect(registry.action("record.export").trigger)
        self._table.chosen.connect(self._open_decision)
        self._model.state_changed.connect(self._show)

    def title(self) -> str:
        return translate("RecordTab", "Record")

    def show_client(self, client: ClientId) -> None:
        self._model.load(client)

    def focus_first(self) -> None:
        (self._table if self._has_consents() else self._decide).setFocus()

    def header_buttons(self) -> tuple[QWidget, ...]:
        return (self._decide, self._export)

    def _show(self, state: RecordState) -> None:
        there = bool(state.rows)
        self._empty.setVisible(not there)
        self._filled.setVisible(there)
        self._table.show_state(state)
        self._entries.show_rows(state.entries)
        sealed = translate("RecordTab", "{count} entries, each sealed to the one before")
        self._sealed.setText(sealed.format(count=len(state.entries)))
        self.set_count(len(state.rows) or None)
        export = translate("RecordTab", "Export for {name}")
        self._export.set_text(export.format(name=state.client.first_name))
        self._export.set_available(there, translate("RecordTab", "Nothing is on record yet"))
        self._registry.refresh()

    def _empty_state(self) -> QWidget:
        theme = self._theme
        button = Button(theme, translate("RecordTab", "Record a decision"), icon="plus")
        button.setObjectName("record.first_decision")
        button.clicked.connect(self._registry.action("record.decide").trigger)
        card = Card()
        state = EmptyState(
            theme,
            "scroll-text",
            translate("RecordTab", "Nothing asked yet"),
            translate(
                "RecordTab",
                "When a client agrees to something, or declines, record it here with the exact "
                "text they were shown.",
            ),
            button,
        )
        QVBoxLayout(card).addWidget(state)
        return card

    def _filled_state(self) -> QWidget:
        theme = self._theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.tokens.space(2))
        column.addWidget(_carded(self._table))
        column.addSpacing(theme.tokens.space(3))
        head = QHBoxLayout()
        head.addWidget(Text(translate("RecordTab", "Ledger"), "heading"))
        head.addStretch(1)
        head.addWidget(IconView(theme, "link", "leaf.text", 15))
        head.addWidget(self._sealed)
        column.addLayout(head)
        column.addWidget(_carded(self._entries))
        note = translate(
            "RecordTab",
            "Entries are never edited or removed. A mistake is put right with a new entry that "
            "says so.",
        )
        column.addWidget(Text(note, "caption", "tertiary", wrap=True))
        return holder

    def _has_purposes(self) -> bool:
        return self._model.state is not None and not self._model.state.client.is_archived

    def _has_consents(self) -> bool:
        return self._model.state is not None and bool(self._model.state.rows)

    def _decide_any(self) -> None:
        self._open_decision(None)

    def _open_decision(self, purpose: PurposeId | None) -> None:
        if self._model.state is not None:
            DecisionDialog(
                self.window(), self._theme, self._jobs, self._clock, self._model.state, purpose
            ).open()

    def _open_export(self) -> None:
        if self._model.state is not None:
            ExportDialog(
                self.window(),
                self._theme,
                self._jobs,
                self._clock,
                self._paper,
                self._model.state,
            ).open()


def _carded(table: QWidget) -> Card:
    card = Card()
    row = QVBoxLayout(card)
    row.setContentsMargins(1, 2, 1, 4)
    row.addWidget(table)
    return card
