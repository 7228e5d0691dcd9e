"""Words on screen: labels, small print, chips, bars, tabs, toasts and notices."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ui.theme.switcher import Theme
from ui.theme.tokens import Tokens
from ui.widgets.avatar import Avatar
from ui.widgets.chip import Chip, Tone
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.progress import Progress
from ui.widgets.small_print import SmallPrint
from ui.widgets.spinner import Spinner
from ui.widgets.strength_bar import StrengthBar
from ui.widgets.tab_bar import TabBar
from ui.widgets.text import Text
from ui.widgets.toast import show_toast


@pytest.mark.parametrize("wrap", [False, True])
def test_what_a_client_is_called_is_never_markup(qtbot: QtBot, theme: Theme, wrap: bool) -> None:
    label = Text("<b>Amara</b> &amp; <img src='x'>", wrap=wrap)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_small_print_without_words_takes_no_room(qtbot: QtBot, theme: Theme) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    line = SmallPrint(theme)
    window.setCentralWidget(line)
    window.show()
    line.say("Check Caps Lock.", "brick", "circle-alert")
    assert line.isVisible()
    line.say("")
    assert not line.isVisible()


@pytest.mark.parametrize("tone", Tone)
def test_a_chip_is_24_high_and_says_its_word(qtbot: QtBot, theme: Theme, tone: Tone) -> None:
    chip = Chip(theme, "Given", tone, "check")
    qtbot.addWidget(chip)
    assert chip.sizeHint().height() == 24
    assert chip.text() == "Given"
    assert chip.focusPolicy() is Qt.FocusPolicy.NoFocus
    chip.grab()


def test_a_chip_gets_an_edge_in_high_contrast(qtbot: QtBot, theme: Theme) -> None:
    theme._tokens = Tokens(theme.tokens.data, high_contrast=True)
    chip = Chip(theme, "Given", Tone.LEAF)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    edge = chip.grab().toImage().pixelColor(chip.width() // 2, 0)
    assert edge == theme.tokens.color("leaf.text")


def test_a_strength_is_said_as_well_as_shown(qtbot: QtBot, theme: Theme) -> None:
    bar = StrengthBar(theme)
    qtbot.addWidget(bar)
    bar.show_strength(1, "Easy to guess.")
    assert bar._words.text() == "Easy to guess."
    image = bar.grab().toImage()
    assert image.width() > 0


def test_a_count_is_part_of_a_tabs_accessible_name(qtbot: QtBot, theme: Theme) -> None:
    tabs = TabBar(theme, "Client")
    qtbot.addWidget(tabs)
    at = tabs.add("Sessions")
    narrow = tabs.tabSizeHint(at).width()
    tabs.set_count(at, 14)
    assert tabs.accessibleTabName(at) == "Sessions, 14"
    assert tabs.tabSizeHint(at).width() > narrow
    tabs.set_count(at, None)
    assert tabs.accessibleTabName(at) == "Sessions"


def test_arrows_move_along_the_tabs(qtbot: QtBot, theme: Theme) -> None:
    tabs = TabBar(theme, "Client")
    qtbot.addWidget(tabs)
    tabs.add("Overview")
    tabs.add("Sessions")
    tabs.show()
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1


def test_a_notice_offers_its_action(qtbot: QtBot, theme: Theme) -> None:
    done: list[bool] = []
    bar = NoticeBar(
        theme,
        "The disk is full.",
        Tone.BRICK,
        action="Try again",
        on_action=lambda: done.append(True),
    )
    qtbot.addWidget(bar)
    bar.show()
    bar.tell()
    assert bar.accessibleName() == "The disk is full."
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert done == [True]


def test_progress_can_always_be_cancelled(qtbot: QtBot, theme: Theme) -> None:
    progress = Progress(theme, "Backing up")
    qtbot.addWidget(progress)
    progress.show_progress(999, 1000, "999 of 1,000")
    assert progress._percent.text() == "99%"
    with qtbot.waitSignal(progress.cancelled):
        qtbot.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)


def test_a_spinner_turns_only_while_it_is_seen(qtbot: QtBot, theme: Theme) -> None:
    theme.set_still(False)
    spinner = Spinner(theme, "Opening the vault")
    qtbot.addWidget(spinner)
    spinner.show()
    qtbot.waitUntil(lambda: spinner._step > 0)
    spinner.hide()
    assert not spinner._timer.isActive()


def test_a_spinner_stands_still_with_reduced_motion(qtbot: QtBot, theme: Theme) -> None:
    spinner = Spinner(theme, "Opening the vault")
    qtbot.addWidget(spinner)
    spinner.show()
    assert not spinner._timer.isActive()


def test_an_avatar_grows_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    avatar = Avatar(theme, "AO", 52)
    qtbot.addWidget(avatar)
    theme.set_text_scale(1.5)
    assert avatar.sizeHint().width() == 78


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


def test_undo_takes_back_once_and_the_toast_goes(window: QMainWindow, theme: Theme) -> None:
    undone: list[bool] = []
    toast = show_toast(window, theme, "Marked as done", undo=lambda: undone.append(True))
    toast.button.click()
    toast.undo()
    assert undone == [True]
    assert not toast.isVisible()


def test_a_toast_lies_at_the_bottom_in_the_middle(window: QMainWindow, theme: Theme) -> None:
    toast = show_toast(window, theme, "Marked as done")
    assert abs(toast.geometry().center().x() - window.width() // 2) <= 1
    assert toast.geometry().bottom() < window.height()
    toast.go()


def test_a_toast_rests_under_the_mouse(window: QMainWindow, theme: Theme) -> None:
    toast = show_toast(window, theme, "Marked as done")
    middle = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()
    assert toast._timer.interval() == 6000
    toast.go()


def test_a_new_toast_takes_the_place_of_the_old(window: QMainWindow, theme: Theme) -> None:
    first = show_toast(window, theme, "Marked as done")
    second = show_toast(window, theme, "Archived")
    assert not first.isVisible()
    assert second.isVisible()
    second.go()
