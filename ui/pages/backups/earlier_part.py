"""The part of the page with the table of backups, and when the coach is reminded."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.backups.backup_rows import BackupRow, RowState
from ui.pages.backups.backups_table import BackupsTable
from ui.pages.backups.remind_choice import RemindChoice
from ui.pages.backups.state import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.card import Card
from ui.widgets.text import Text


class EarlierPart(QWidget):
    """Hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        """Start without backups."""
        super().__init__()
        self.table = BackupsTable(theme)
        self.remind = RemindChoice(theme)
        head = QHBoxLayout()
        head.addWidget(Text(translate("Backups", "Earlier backups"), "heading"))
        head.addStretch(1)
        head.addWidget(self.remind)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self._explained = Text("", "caption", "tertiary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(card)
        column.addSpacing(10)
        column.addWidget(self._explained)
        self.hide()

    def show_state(self, state: State) -> None:
        """Show these backups."""
        self.table.show_rows(state.rows)
        self._explained.setText(_explained(state.rows))
        if state.plan is not None:
            self.remind.show_days(state.plan.remind_days)
        self.setVisible(bool(state.rows))


def _explained(rows: tuple[BackupRow, ...]) -> str:
    """What the states mean; those that are seldom only where there is one."""
    states = {row.state for row in rows}
    words = [
        translate(
            "Backups",
            "“Checked” means that every record was read back. “Tried” means that you opened it, "
            "too, with the words of its kit or a passphrase of its own.",
        )
    ]
    if RowState.UNCHECKED in states:
        words.append(
            translate(
                "Backups",
                "“Not checked” is a backup that this vault has no note of: look inside it.",
            )
        )
    if RowState.GONE in states:
        words.append(translate("Backups", "“Gone” means that the file isn’t where it was put."))
    if any(row.is_away or (row.place is not None and row.place.is_drive) for row in rows):
        words.append(
            translate(
                "Backups",
                "What is “not here now” lies on a drive that is out; it stands as last seen.",
            )
        )
    return " ".join(words)
