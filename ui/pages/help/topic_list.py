"""The list of the help's pages, the one that is shown marked."""

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.pages.help.topics import Topic, title
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.fitted_list import FittedList, Index
from ui.widgets.row_delegate import paint_line

PADDING = 12  # logical pixels inside a row, left and right
HEIGHT = 34  # logical pixels at 100 % text


class TopicDelegate(QStyledItemDelegate):
    """Paints a title as the sidebar paints a place."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Mark the first row."""
        super().__init__(parent)
        self._theme = theme
        self.shown = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.tokens.scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._theme.tokens
        shown = index.row() == self.shown
        room = QRectF(option.rect)
        radius = tokens.radius("control")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shown:
            painter.setPen(tokens.color("line.subtle"))
            painter.setBrush(tokens.color("bg.surface"))
            painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("bg.hover"))
            painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        view = option.widget
        ringed = isinstance(view, FittedList) and view.shows_ring
        if ringed and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(tokens.color("focus"), tokens.line("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(tokens.color("ink.primary" if shown else "ink.secondary"))
        words = room.adjusted(PADDING, 0, -PADDING, 0)
        paint_line(painter, words, str(index.data()), self._theme.font("body", strong=shown))
        painter.restore()


class TopicList(FittedList):
    """Arrows move and show at once; a click does the same."""

    topic_chosen = Signal(object)  # Topic

    def __init__(self, theme: Theme) -> None:
        """List all pages."""
        self._topics = tuple(Topic)
        titles = QStringListModel([title(topic) for topic in self._topics])
        delegate = TopicDelegate(theme)
        super().__init__(theme, translate("Help", "Pages of the help"), titles, delegate)
        titles.setParent(self)
        self._marks = delegate
        self.setObjectName("help.topics")
        self.opened.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._choose_by_keys)

    def show_topic(self, topic: Topic) -> None:
        """Mark the page that is shown."""
        self._marks.shown = self._topics.index(topic)
        self.setCurrentIndex(self.model().index(self._marks.shown, 0))
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        if index.row() != self._marks.shown:
            self.topic_chosen.emit(self._topics[index.row()])

    def _choose_by_keys(self, index: QModelIndex) -> None:
        if index.isValid() and self.hasFocus():
            self._choose(index)
