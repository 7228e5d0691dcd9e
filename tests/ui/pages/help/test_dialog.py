"""The help while the vault is locked, over whatever is shown then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.desk import Desk
from tests.support.find import find
from ui.commands.context import Context
from ui.pages.help.dialog import HelpDialog, bind_locked_help
from ui.pages.help.reader import HelpReader


def bind(desk: Desk) -> list[str]:
    """Binds the key; what is asked of the page below is put into the answer."""
    asked: list[str] = []
    registry, window = desk.registry, desk.window
    bind_locked_help(registry, window, desk.theme, desk.jobs, lambda: asked.append("focus"))
    return asked


def shown(desk: Desk) -> str:
    return find(desk.window, HelpReader, "help.reader").toPlainText().partition("\n")[0]


def test_it_begins_with_the_kit_and_turns_to_the_others(qtbot: QtBot, desk: Desk) -> None:
    bind(desk)
    desk.window.show()
    desk.registry.set_context(Context.LOCKED)
    desk.registry.run("help.locked")
    qtbot.waitUntil(lambda: shown(desk) == "The Recovery Kit")
    desk.press("help.security")
    assert shown(desk) == "What is protected, and what isn’t"
    desk.press("help.locking")
    assert shown(desk) == "Locking"
    desk.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.window.findChildren(HelpDialog))


def test_it_is_not_there_once_the_vault_is_open(desk: Desk) -> None:
    bind(desk)
    desk.registry.set_context(Context.DESK)
    desk.registry.run("help.locked")
    assert not desk.window.findChildren(HelpDialog)


def test_the_menu_shows_the_one_that_can_be_used(desk: Desk) -> None:
    bind(desk)
    page, locked = (desk.registry.action(id) for id in ("help.page", "help.locked"))
    for context, shown in ((Context.LOCKED, locked), (Context.DESK, page)):
        desk.registry.set_context(context)
        assert [one for one in (page, locked) if one.isVisible()] == [shown]


def test_a_page_that_came_meanwhile_gets_the_keyboard(qtbot: QtBot, desk: Desk) -> None:
    asked = bind(desk)
    before = QLineEdit(desk.window)
    with qtbot.waitActive(desk.window):
        desk.window.show()
    before.setFocus()
    desk.registry.set_context(Context.LOCKED)
    desk.registry.run("help.locked")
    qtbot.waitUntil(lambda: shown(desk) == "The Recovery Kit")
    desk.key(Qt.Key.Key_Escape)
    assert before.hasFocus()
    assert asked == []
    desk.registry.run("help.locked")
    qtbot.waitUntil(lambda: shown(desk) == "The Recovery Kit")
    before.hide()
    desk.key(Qt.Key.Key_Escape)
    assert asked == ["focus"]
