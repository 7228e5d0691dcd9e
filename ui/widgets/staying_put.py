"""Keeps what somebody points to, or looks at, where it is while the page around it changes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPersistentModelIndex, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLayout, QScrollArea, QWidget
from shiboken6 import isValid

BELOW_TOP = 8  # logical pixels


@dataclass(frozen=True)
class _Part:
    """A widget in a page, or one row of it."""

    widget: QWidget
    row: QPersistentModelIndex | None = None

    def level(self, page: QScrollArea) -> int | None:
        """How far below the upper edge of what is seen it begins; None when it is gone."""
        if not (isValid(self.widget) and self.widget.isVisible()):
            return None
        if self.row is None:
            return self.widget.mapTo(page.viewport(), QPoint()).y()
        if not self.row.isValid() or not isinstance(self.widget, QAbstractItemView):
            return None
        top = self.widget.visualRect(self.row).topLeft()
        return self.widget.viewport().mapTo(page.viewport(), top).y()


def stay_put(page: QScrollArea, change: Callable[[], None]) -> None:
    """Makes `change`, and scrolls by as much as it moved what is pointed to, or else seen.

    A page at its top stays there: what is new is said there.
    """
    bar = page.verticalScrollBar()
    if not (bar.value() and page.isVisible()):
        change()
        return
    parts = [(part, part.level(page)) for part in _parts_at(page, _point(page))]
    change()
    lay_out(page)
    for part, before in parts:
        now = part.level(page)
        if before is not None and now is not None:
            bar.setValue(bar.value() + now - before)
            return


def lay_out(page: QScrollArea) -> None:
    """Does at once what Qt would do before it paints, the innermost first."""
    for part in reversed(page.viewport().findChildren(QWidget)):
        layout: QLayout | None = part.layout()
        if layout is not None:
            layout.activate()
    QCoreApplication.sendEvent(page, QEvent(QEvent.Type.LayoutRequest))


def _point(page: QScrollArea) -> QPoint:
    """Where the pointer is, or else the focus, or else the top of what is seen."""
    seen, pointer = page.viewport().rect(), QCursor.pos()
    pointed = QApplication.widgetAt(pointer)
    focus = page.window().focusWidget() or page
    if pointed is not None and page.viewport().isAncestorOf(pointed):
        return page.viewport().mapFromGlobal(pointer)
    if page.viewport().isAncestorOf(focus):
        room = focus.rect()
        if isinstance(focus, QAbstractItemView):
            room = focus.visualRect(focus.currentIndex())
        centre = focus.mapTo(page.viewport(), room.center())
        if seen.contains(centre):
            return centre
    return QPoint(seen.center().x() // 2, BELOW_TOP)


def _parts_at(page: QScrollArea, point: QPoint) -> Iterator[_Part]:
    """What lies there, the innermost first: that may be gone afterwards."""
    part: QWidget | None = page.viewport().childAt(point)
    while part is not None and part is not page.widget():
        around = part.parentWidget()
        if isinstance(around, QAbstractItemView):
            index = around.indexAt(part.mapFrom(page.viewport(), point))
            if index.isValid():
                yield _Part(around, QPersistentModelIndex(index))
        yield _Part(part)
        part = around
