"""Boxes, buttons, switches, segments and option cards can be worked by keyboard and mouse."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.switcher import Theme
from ui.widgets.check_box import CheckBox
from ui.widgets.combo_box import ComboBox
from ui.widgets.option_card import OptionCard
from ui.widgets.segments import Segments
from ui.widgets.switch import Switch


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_space_ticks_a_box_and_its_words_do_too(qtbot: QtBot, theme: Theme) -> None:
    box = CheckBox(theme, "PDF, to read and print")
    shown(qtbot, box)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, 8))
    assert not box.isChecked()


def test_a_tick_is_seen(qtbot: QtBot, theme: Theme) -> None:
    box = CheckBox(theme, name="Done")
    shown(qtbot, box)
    box.setChecked(True)
    image = box.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert theme.tokens.color("rose.onFill").name() in colours
    # The pointer may happen to lie on it.
    assert colours & {theme.tokens.color(c).name() for c in ("rose.fill", "rose.hover")}


def test_space_throws_a_switch(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme, "Discreet")
    shown(qtbot, switch)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert switch._knob == 1.0  # at once: the test's theme has reduced motion


def test_the_knob_slides_when_things_may_move(qtbot: QtBot, theme: Theme) -> None:
    theme.set_still(False)
    switch = Switch(theme, "Discreet")
    shown(qtbot, switch)
    switch.click()
    qtbot.waitUntil(lambda: switch._knob == 1.0)


def test_a_switch_that_starts_on_has_its_knob_there(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme, "Discreet")
    qtbot.addWidget(switch)
    switch.setChecked(True)
    assert switch._knob == 1.0


def test_arrows_move_along_segments(qtbot: QtBot, theme: Theme) -> None:
    segments = Segments(theme, "Period", ["3 months", "6 months", "Year"])
    shown(qtbot, segments)
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert told.args == [1]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert segments.choice() == 2


def test_space_makes_a_choice_that_is_still_open(qtbot: QtBot, theme: Theme) -> None:
    segments = Segments(theme, "Decision", ["Given", "Declined"], open=True)
    shown(qtbot, segments)
    second = segments._group.button(1)
    second.setFocus()
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.keyClick(second, Qt.Key.Key_Space)
    assert told.args == [1]
    assert segments.choice() == 1


def test_only_the_chosen_segment_is_reached_by_tab(qtbot: QtBot, theme: Theme) -> None:
    segments = Segments(theme, "Period", ["3 months", "6 months", "Year"])
    qtbot.addWidget(segments)
    segments.choose(2)
    policies = [button.focusPolicy() for button in segments._group.buttons()]
    assert policies == [
        Qt.FocusPolicy.NoFocus,
        Qt.FocusPolicy.NoFocus,
        Qt.FocusPolicy.TabFocus,
    ]


def test_a_segment_is_chosen_by_mouse(qtbot: QtBot, theme: Theme) -> None:
    segments = Segments(theme, "Period", ["3 months", "6 months", "Year"])
    shown(qtbot, segments)
    with qtbot.waitSignal(segments.chosen):
        qtbot.mouseClick(segments._group.button(2), Qt.MouseButton.LeftButton)
    assert segments.choice() == 2
    assert segments._group.button(2).focusPolicy() is Qt.FocusPolicy.TabFocus


def two_cards(qtbot: QtBot, theme: Theme) -> tuple[QWidget, OptionCard, OptionCard]:
    window = QWidget()
    group = QButtonGroup(window)
    column = QVBoxLayout(window)
    cards = [OptionCard(theme, group, title, "What it protects.") for title in ("One", "Two")]
    for card in cards:
        column.addWidget(card)
    shown(qtbot, window)
    return window, cards[0], cards[1]


def test_a_click_anywhere_chooses_a_card(qtbot: QtBot, theme: Theme) -> None:
    _window, first, second = two_cards(qtbot, theme)
    first.choose()
    with qtbot.waitSignal(second.chosen):
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(100, 30))
    assert (first.is_chosen(), second.is_chosen()) == (False, True)


def test_arrows_choose_the_next_card(qtbot: QtBot, theme: Theme) -> None:
    _window, first, second = two_cards(qtbot, theme)
    first.choose()
    first.radio.setFocus()
    qtbot.keyClick(first.radio, Qt.Key.Key_Down)
    assert second.is_chosen()


def test_more_is_shown_while_chosen(qtbot: QtBot, theme: Theme) -> None:
    _window, first, second = two_cards(qtbot, theme)
    more = QLabel("Passphrase")
    second.set_more(more)
    assert not more.isVisible()
    second.choose()
    assert more.isVisible()
    first.choose()
    assert not more.isVisible()


def test_a_chosen_card_keeps_its_place(qtbot: QtBot, theme: Theme) -> None:
    _window, first, _ = two_cards(qtbot, theme)
    before = first.radio.mapTo(first.window(), QPoint(0, 0))
    first.choose()
    QApplication.processEvents()
    assert first.radio.mapTo(first.window(), QPoint(0, 0)) == before


def test_the_wheel_does_not_change_a_combo_box(qtbot: QtBot, theme: Theme) -> None:
    box = ComboBox(theme, "How it was given")
    qtbot.addWidget(box)
    box.addItems(["Signed", "Email"])
    box.show()
    place = QPointF(5, 5)
    turn = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.currentIndex() == 0
