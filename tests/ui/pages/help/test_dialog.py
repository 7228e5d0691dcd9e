"""The help while the vault is locked, over whatever is shown then."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.desk import Desk
from tests.support.find import find
from ui.commands.context import Context
from ui.pages.help.dialog import HelpDialog, bind_locked_help
from ui.pages.help.reader import HelpReader


def shown(desk: Desk) -> str:
    return find(desk.window, HelpReader, "help.reader").toPlainText().partition("\n")[0]


def test_it_begins_with_the_kit_and_turns_to_the_others(qtbot: QtBot, desk: Desk) -> None:
    bind_locked_help(desk.registry, desk.window, desk.theme, desk.jobs)
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
    bind_locked_help(desk.registry, desk.window, desk.theme, desk.jobs)
    desk.registry.set_context(Context.DESK)
    desk.registry.run("help.locked")
    assert not desk.window.findChildren(HelpDialog)
