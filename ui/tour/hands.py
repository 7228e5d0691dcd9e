"""A person's eyes and hands: finds what can be seen, and sends what a mouse and a keyboard send.

Events go to the window, and from there the same way as a person's: to what lies under the pointer,
to what has the focus. So a control that is covered, disabled or out of sight can't be used.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QScrollArea,
    QTabBar,
    QWidget,
)

from ui.tour.walk import Until, Walk

AWAY = QPoint(2, 2)  # from everything that could light up under the pointer
MOST_TABS = 60  # a page has fewer stops
_PLAIN = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Uses the controls of one window, by their object names."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def seen(self, name: str) -> QWidget | None:
        """The visible widget of this name, the one that came last if there are several."""
        tops = [self._window, *self._window.findChildren(QFileDialog)]
        found = [each for top in tops for each in [top, *top.findChildren(QWidget, name)]]
        shown = [each for each in found if each.objectName() == name and each.isVisible()]
        return shown[-1] if shown else None

    def sees(self, name: str) -> Until:
        """Until it is there."""
        return Until(f"{name} to appear", lambda: self.seen(name) is not None)

    def sees_no(self, name: str) -> Until:
        """Until it is gone."""
        return Until(f"{name} to go", lambda: self.seen(name) is None)

    def can_use(self, name: str) -> Until:
        """Until it could be clicked."""
        return Until(f"{name} to be ready", lambda: self._spot(name) is not None)

    def has_focus(self, name: str) -> Until:
        """Until keys go there."""
        return Until(f"{name} to have the focus", lambda: self._has_focus(name))

    def click(self, name: str, part: Callable[[QWidget], QRect] = QWidget.rect) -> Walk:
        """Clicks in the middle of a control, or of a part of it."""
        ready = Until(f"{name} to be ready", lambda: self._spot(name, part) is not None)
        spot = None
        while spot is None or spot != self._spot(name, part):
            yield ready
            spot = self._spot(name, part)
            yield None  # what has to move to make room moves now
        window, place = spot
        QTest.mouseMove(window, place)
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, _PLAIN, place)
        yield None

    def choose(self, name: str, words: str) -> Walk:
        """Clicks the button with these words among several of one control."""
        yield from self.click(name, lambda group: _button(group, words))

    def choose_tab(self, name: str, index: int) -> Walk:
        """Clicks a tab."""
        yield from self.click(name, lambda tabs: _tab(tabs, index))

    def point_away(self) -> None:
        """Takes the pointer off all controls."""
        QTest.mouseMove(_handle(self._window), AWAY)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN, window: QWidget | None = None
    ) -> Walk:
        """Presses a key."""
        QTest.keyClick(_handle(window or self._window), key, modifier)
        yield None

    def tab_to(self, name: str) -> Walk:
        """Goes on by the Tab key until keys go there."""
        yield self.sees(name)
        for _ in range(MOST_TABS):
            if self._has_focus(name):
                return
            yield from self.press(Qt.Key.Key_Tab)
        yield self.has_focus(name)

    def pick(self, name: str, words: str) -> Walk:
        """Goes down a closed list of choices, by the arrow key, to the one with these words."""
        yield from self.tab_to(name)
        box = self.seen(name)
        if not isinstance(box, QComboBox) or box.findText(words) < 0:
            raise LookupError(name)
        while box.currentText() != words:
            yield from self.press(Qt.Key.Key_Down)

    def fill(self, name: str, text: str) -> Walk:
        """Clicks into a field and types over what stands there."""
        yield from self.click(name)
        yield self.has_focus(name)
        field = self.seen(name)
        window = None if field is None else field.window()
        yield from self.press(Qt.Key.Key_A, _CTRL, window)
        yield from self.type(text, window)

    def type(self, text: str, window: QWidget | None = None) -> Walk:
        """Types; a line feed is the Enter key."""
        handle = _handle(window or self._window)
        for character in text:
            if character == "\n":
                QTest.keyClick(handle, Qt.Key.Key_Return)
            else:
                key = _key(character)
                QTest.sendKeyEvent(QTest.KeyAction.Click, handle, key, character, _PLAIN)
            yield None

    def dictate(self, text: str) -> Walk:
        """Puts a whole text in at once, as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusObject(), event)
        yield None

    def come_to(self, window: QWidget) -> Walk:
        """Brings a window to the front, as a click would where no window manager does."""
        window.activateWindow()
        yield Until("the window to be in front", window.isActiveWindow)

    def answer_file_dialog(self, path: str) -> Walk:
        """Types a path into the dialog that asks for a file or a folder."""
        yield self.sees("file_dialog")
        dialog = self.seen("file_dialog")
        if dialog is not None:
            yield from self.come_to(dialog)
            yield from self.fill("fileNameEdit", path)
            yield from self.press(Qt.Key.Key_Return, window=dialog)
        yield self.sees_no("file_dialog")

    def _has_focus(self, name: str) -> bool:
        widget = self.seen(name)
        return widget is not None and widget.window().focusWidget() in {widget, widget.focusProxy()}

    def _spot(
        self, name: str, part: Callable[[QWidget], QRect] = QWidget.rect
    ) -> tuple[QWindow, QPoint] | None:
        """Where to click, or None while a click would not reach it."""
        widget = self.seen(name)
        if widget is None or not widget.isEnabled():
            return None
        inside = part(widget)
        if inside.isEmpty():
            return None
        _scroll_to(widget)
        top = widget.window()
        place = widget.mapTo(top, inside.center())
        hit = top.childAt(place)
        if hit is not widget and not (hit is not None and widget.isAncestorOf(hit)):
            return None
        return _handle(top), place


def _handle(widget: QWidget) -> QWindow:
    return widget.window().windowHandle()


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _button(group: QWidget, words: str) -> QRect:
    for button in group.findChildren(QAbstractButton):
        if button.text() == words:
            return QRect(button.mapTo(group, QPoint()), button.size())
    return QRect()


def _tab(tabs: QWidget, index: int) -> QRect:
    return tabs.tabRect(index) if isinstance(tabs, QTabBar) else QRect()


def _key(character: str) -> Qt.Key:
    return QTest.asciiToKey(ord(character)) if character.isascii() else Qt.Key.Key_unknown
