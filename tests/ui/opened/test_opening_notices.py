"""Bars that stay or are put away, and a toast that passes."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.opened.test_how_it_opened import USUAL
from ui.opened import opening_notices as module
from ui.opened.opening_notices import OpeningNotices
from ui.theme.switcher import Theme
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.toast import Toast

Make = Callable[[bool], OpeningNotices]


@pytest.fixture
def notices(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    monkeypatch.setattr(module, "SETTLED", 1)
    windows: list[QWidget] = []

    def make(in_session: bool) -> OpeningNotices:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        bar = OpeningNotices(theme, lambda: in_session)
        QVBoxLayout(window).addWidget(bar)
        window.resize(1000, 400)
        window.show()
        return bar

    yield make
    for window in windows:
        window.hide()


def bars(notices: OpeningNotices) -> list[NoticeBar]:
    return [bar for bar in notices.findChildren(NoticeBar) if bar.isVisible()]


def test_nothing_to_say_takes_no_room(notices: Make) -> None:
    shown = notices(False)
    shown.show_opening(USUAL, None)
    assert shown.isHidden()


def test_a_bar_is_put_away_by_the_keyboard_and_reading_only_is_not(
    notices: Make, qtbot: QtBot
) -> None:
    shown = notices(False)
    shown.show_opening(USUAL._replace(takes_writes=False, header_was_damaged=True), None)
    qtbot.waitUntil(lambda: len(bars(shown)) == 2)
    reading, header = bars(shown)
    assert not reading.button.isVisible()
    header.button.setFocus()
    qtbot.keyClick(header.button, Qt.Key.Key_Return)
    assert bars(shown) == [reading]


def test_the_last_save_is_a_toast(notices: Make, qtbot: QtBot) -> None:
    shown = notices(False)
    shown.show_opening(USUAL._replace(pin_compared=False), None)
    qtbot.waitUntil(lambda: bool(shown.window().findChildren(Toast)))
    assert shown.isHidden()


def test_no_toast_opens_in_a_session(notices: Make, qtbot: QtBot) -> None:
    shown = notices(True)
    shown.show_opening(USUAL._replace(pin_compared=False), None)
    qtbot.wait(30)
    assert not shown.window().findChildren(Toast)
