"""The table of consents with their lines of time; as high as its rows, never scrolling itself."""

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy, QTreeView, QWidget

from ui.pages.record.delegate import ConsentDelegate, time_room
from ui.pages.record.inset_header import InsetHeader
from ui.pages.record.table_model import Column, ConsentTableModel
from ui.pages.record.time_line_painter import paint_months
from ui.pages.record.view_model import RecordState
from ui.theme import Theme
from ui.translation import translate

_NAME_WIDTH = 290
_STATE_WIDTH = 148


class _MonthHeader(InsetHeader):
    """Names the months over the lines of time."""

    def __init__(self, theme: Theme, model: ConsentTableModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._consents = model

    def paint_words(self, painter: QPainter, room: QRectF, section: int) -> None:
        if section == Column.TIME and self._consents.axis is not None:
            paint_months(painter, self._theme, time_room(room), self._consents.axis)
        else:
            super().paint_words(painter, room, section)


class ConsentTable(QTreeView):
    """Arrow keys walk the rows; Enter or a click says which purpose is meant."""

    chosen = Signal(object)  # PurposeId

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = ConsentTableModel(self)
        self.setObjectName("record.consents")
        self.setAccessibleName(translate("RecordTab", "Consents"))
        self.setModel(self._model)
        self.setHeader(_MonthHeader(theme, self._model, self))
        self.setItemDelegate(ConsentDelegate(theme, self))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.header()
        header.setStretchLastSection(True)
        header.resizeSection(Column.NAME, theme.tokens.scaled(_NAME_WIDTH))
        header.resizeSection(Column.STATE, theme.tokens.scaled(_STATE_WIDTH))
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def show_state(self, state: RecordState) -> None:
        """Shows the consents of this state, keeping the row that was current."""
        row = self.currentIndex().row()
        self._model.show_rows(state.rows, state.axis)
        if 0 <= row < len(state.rows):
            self.setCurrentIndex(self._model.index(row, 0))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = self._model.rowCount() * self._theme.tokens.size("ledgerRow")
        return QSize(600, rows + self.header().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.row_at(index).consent.purpose)
