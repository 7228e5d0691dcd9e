"""The table of consents with their lines of time."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.pages.record.consent_delegate import CHEVRON_ROOM, GAP, ConsentDelegate, time_room
from ui.pages.record.consents_table_model import Column, ConsentsTableModel
from ui.pages.record.track_painter import paint_months
from ui.pages.record.view_model import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.fitted_table import FittedTable
from ui.widgets.inset_header import INSET, InsetHeader

_WIDTHS: dict[int, int] = {Column.NAME: INSET + 252 + GAP, Column.STATE: 138}


class ConsentTable(FittedTable):
    """Says which purpose is to be looked at; a click on its chevron opens a row as well."""

    chosen = Signal(object)  # PurposeId

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        self._model = ConsentsTableModel()
        super().__init__(
            theme,
            translate("RecordTab", "Consents"),
            self._model,
            ConsentDelegate(theme),
            _MonthHeader(theme, self._model),
            _WIDTHS,
            parent,
        )
        self._model.setParent(self)
        self.setObjectName("record.consents")
        self.header().setStretchLastSection(True)
        self.opened.connect(self._choose)

    def show_state(self, state: State) -> None:
        """Shows the consents of this state."""
        self._model.show_rows(state.rows, state.axis)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, released = self.currentIndex(), self.indexAt(event.position().toPoint())
        on_chevron = event.position().x() > self.viewport().width() - CHEVRON_ROOM
        left = event.button() == Qt.MouseButton.LeftButton
        if left and on_chevron and released.isValid() and released.row() == pressed.row():
            self.opened.emit(released)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.row_at(index).purpose.id)


class _MonthHeader(InsetHeader):
    """Names the months over the lines of time."""

    def __init__(self, theme: Theme, model: ConsentsTableModel) -> None:
        super().__init__(theme)
        self._consents = model

    def paint_words(self, painter: QPainter, room: QRectF, section: int) -> None:
        if section == Column.TIME and self._consents.axis is not None:
            paint_months(painter, self._theme, time_room(room), self._consents.axis)
        else:
            super().paint_words(painter, room, section)
