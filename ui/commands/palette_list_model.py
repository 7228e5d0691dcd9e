"""The palette's list: headings that can't be chosen, and entries."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from ui.commands.palette_entries import Entry, EntryKind
from ui.translation import QT_TRANSLATE_NOOP, translate
from ui.widgets.fitted_list import Index
from ui.widgets.key_cap import key_text

HEADINGS = {
    EntryKind.CLIENT: QT_TRANSLATE_NOOP("Palette", "Clients"),
    EntryKind.ACTION: QT_TRANSLATE_NOOP("Palette", "Do"),
}
ROW = Qt.ItemDataRole.UserRole  # EntryKind, which is a heading, or Entry


class PaletteListModel(QAbstractListModel):
    """Entries in order, with a heading over each kind."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[EntryKind | Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these, which stand together by kind."""
        self.beginResetModel()
        self._rows = []
        kind: EntryKind | None = None
        for entry in entries:
            if entry.kind is not kind:
                kind = entry.kind
                self._rows.append(kind)
            self._rows.append(entry)
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The entry at `index`; None for a heading, and where nothing is."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def step(self, index: Index, by: int) -> QModelIndex:
        """The next entry from `index`, going round; invalid when there is none."""
        count = len(self._rows)
        for distance in range(1, count + 1):
            found = self.index((index.row() + by * distance) % count)
            if self.entry(found) is not None:
                return found
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return title(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                keys = row.keys if isinstance(row, Entry) else ""
                return f"{title(row)}, {key_text(keys)}" if keys else title(row)
            case _:
                return None


def title(row: EntryKind | Entry) -> str:
    """What stands in a row."""
    return row.title if isinstance(row, Entry) else translate("Palette", HEADINGS[row])
