"""The help while the vault is locked, over whatever is shown then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.desk import Desk
from tests.support.find import find
from ui.commands.context import Context
from ui.pages.help.dialog import HelpDialog, bind_locked_help
from ui.pages.help.reader import HelpReader
from ui.widgets.dialog import Dialog


def bind(desk: Desk) -> list[str]:
    """Binds the key, at the lock screen; what is asked of the page below is put into the answer."""
    asked: list[str] = []
    registry, window = desk.registry, desk.window
    bind_locked_help(
        registry, window, desk.theme, desk.jobs, lambda: asked.append("focus"), lambda: "unlocking"
    )
    return asked


def shown(desk: Desk) -> str:
    return find(desk.window, HelpReader, "help.reader").toPlainText().partition("\n")[0]


def test_it_begins_with_what_is_shown_and_turns_to_the_others(qtbot: QtBot, desk: Desk) -> None:
    bind(desk)
    desk.window.show()
    desk.registry.set_context(Context.LOCKED)
    desk.registry.run("help.locked")
    qtbot.waitUntil(lambda: shown(desk) == "Unlocking")
    desk.press("help.security")
    assert shown(desk) == "What is protected, and what isn’t"
    desk.press("help.recovery-kit")
    assert shown(desk) == "The Recovery Kit"
    desk.press("help.unlocking")
    assert shown(desk) == "Unlocking"
    desk.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.window.findChildren(HelpDialog))


def test_its_key_works_in_a_dialog_and_once(qtbot: QtBot, desk: Desk) -> None:
    bind(desk)
    desk.registry.set_context(Context.LOCKED)
    with qtbot.waitActive(desk.window):
        desk.window.show()
    asking = Dialog(desk.window, desk.theme, "Asks something")
    typed = QLineEdit()
    asking.body.addWidget(typed)
    asking.open()
    desk.type("half")
    desk.key(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: shown(desk) == "Unlocking")
    desk.key(Qt.Key.Key_F1)
    assert len(desk.window.findChildren(HelpDialog)) == 1
    desk.key(Qt.Key.Key_Escape)
    assert asking.isVisible()
    assert typed.hasFocus()
    assert typed.text() == "half"
    asking.dismiss()


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
    qtbot.waitUntil(lambda: shown(desk) == "Unlocking")
    desk.key(Qt.Key.Key_Escape)
    assert before.hasFocus()
    assert asked == []
    desk.registry.run("help.locked")
    qtbot.waitUntil(lambda: shown(desk) == "Unlocking")
    before.hide()
    desk.key(Qt.Key.Key_Escape)
    assert asked == ["focus"]
