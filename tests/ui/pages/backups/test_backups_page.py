"""The page of backups: what it shows, by keyboard, and what its buttons do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.workflows.backup.plan import Plan
from app.workflows.backup.step import Stage
from app.workflows.backup.under_way import UnderWay
from app.workspace import Workspace
from crypto.errors import BackupInterrupted, BackupNoRoom, BackupRootMissing, VaultDamaged
from tests.support.accessible_names import nameless
from tests.support.backups_desk import BackupsDesk
from tests.support.desk import Desk, add_clients
from tests.support.find import find
from tests.support.recorded_backups import DRIVE, FOLDER, STICK, a_backup
from ui.backing_up.backup_progress import BackupProgress
from ui.pages.backups.backups_table import BackupsTable
from ui.pages.backups.page import BackupsPage
from ui.pages.backups.state import State
from ui.widgets.button import Button
from ui.widgets.small_print import SmallPrint
from ui.widgets.switch import Switch
from ui.widgets.toast import Toast


@pytest.fixture
def backups(desk: Desk, qtbot: QtBot) -> Iterator[BackupsDesk]:
    add_clients(desk, "Amara Osei")
    backups = BackupsDesk(desk)
    yield backups
    backups.around.here = []
    backups.making.gate.set()  # for one that a look under way still begins
    backups.schedule.stop()
    qtbot.waitUntil(lambda: not (backups.schedule._looking or backups.run.runs))


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def shown(page: BackupsPage) -> list[str]:
    names = ("failure", "running", "kit", "first", "last")
    return [name for name in names if find(page, QWidget, f"backups.{name}").isVisible()]


def until_read(qtbot: QtBot, page: QWidget, words: str) -> None:
    qtbot.waitUntil(lambda: words in texts(page))


def plan_of(desk: Desk) -> Plan:
    return desk.ask(lambda workspace: workspace.backup_plan.get())


def test_before_the_first_one_it_says_what_is_at_stake(backups: BackupsDesk) -> None:
    page = backups.show()
    assert shown(page) == ["first"]
    assert "No backup yet" in texts(page)
    assert "If this laptop is lost, your notes are lost with it." in texts(page)
    assert "It never opens with this computer’s password store or the vault’s pass" in texts(page)
    assert nameless(page) == []


def test_it_says_how_old_the_last_one_is(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.plan(STICK)
    backups.around.here = [STICK]
    backups.remember(a_backup(20), a_backup(3))
    page = backups.show()
    assert shown(page) == ["last"]
    assert "Backed up 3 days ago" in texts(page)
    until_read(qtbot, page, "The next one goes to the USB stick “Whitlock”.")
    until_read(qtbot, page, "All 2,318 records were read back from the stick. It is safe to re")
    assert nameless(page) == []


def test_the_first_list_has_the_focus_and_the_menu_opens_by_keys(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    backups.plan(STICK)
    backups.around.here = [STICK]
    backups.remember(a_backup(20), a_backup(3))
    page = backups.show()
    table = find(page, BackupsTable)
    assert table.hasFocus()
    qtbot.waitUntil(lambda: backups.model.state.rows[0].is_here)
    asked: list[object] = []
    page.bring_back_asked.connect(asked.append)
    backups.desk.key(Qt.Key.Key_Return)
    menu = find(table, QMenu, "backups.menu")
    qtbot.waitUntil(menu.isVisible)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Look inside",
        "Show where it is",
        "Delete this backup…",
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert asked == [backups.model.state.rows[0].path]


def test_a_backup_that_is_gone_can_be_taken_off_the_list(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    old, new = a_backup(20), a_backup(3)
    backups.plan(STICK)
    backups.around.here, backups.around.gone = [STICK], [old]
    backups.remember(old, new)
    page = backups.show()
    table = find(page, BackupsTable)
    qtbot.waitUntil(lambda: table.model().index(1, 3).data() == "Gone")
    assert "“Gone” means that the file isn’t where it was put." in texts(page)
    table.removal_asked.emit(backups.model.state.rows[1])
    backups.desk.press("confirm.other")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert "“Gone”" not in texts(page)


def test_where_it_is_can_be_copied(backups: BackupsDesk) -> None:
    backups.plan(STICK)
    backups.remember(a_backup(3))
    page = backups.show()
    row = backups.model.state.rows[0]
    find(page, BackupsTable).show_asked.emit(row)
    backups.desk.press("where_backup.copy")
    assert QApplication.clipboard().text() == str(row.path)
    backups.desk.press("where_backup.close")


def test_one_is_made_at_a_key_and_told_as_it_goes(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.plan(STICK)
    backups.around.here = [STICK]
    page = backups.show()
    backups.desk.registry.run("backup.now")
    qtbot.waitUntil(lambda: shown(page) == ["running"])
    until_read(qtbot, page, "To the USB stick “Whitlock”, at /media/hanna/Whitlock")
    assert not backups.desk.registry.is_enabled("backup.now")
    backups.making.gate.set()
    qtbot.waitUntil(lambda: shown(page) == ["last"])
    assert "Backed up today" in texts(page)


def test_stop_ends_it(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.plan(STICK)
    backups.around.here = [STICK]
    page = backups.show()
    backups.desk.registry.run("backup.now")
    qtbot.waitUntil(lambda: bool(backups.making.carried))
    backups.desk.press("backups.stop")
    qtbot.waitUntil(lambda: shown(page) == ["first"])
    assert not backups.desk.registry.is_enabled("backup.stop")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_presses_the_main_button(
    backups: BackupsDesk, qtbot: QtBot, key: Qt.Key
) -> None:
    backups.plan(STICK)
    backups.around.here = [STICK]
    page = backups.show()
    page.focus_first()
    backups.desk.key(key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(page) == ["running"])
    backups.desk.key(key, Qt.KeyboardModifier.ControlModifier)  # there is none now
    backups.making.gate.set()
    qtbot.waitUntil(lambda: shown(page) == ["last"])
    assert not find(page, QMenu, "backups.menu").isVisible()
    backups.desk.key(key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(backups.making.carried) == 2)


def test_in_the_table_ctrl_enter_opens_no_menu(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.plan(STICK)
    backups.around.here = [STICK]
    backups.remember(a_backup(3, STICK))
    page = backups.show()
    page.focus_first()
    assert find(page, BackupsTable).hasFocus()
    backups.desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(page) == ["running"])
    assert not find(page, QMenu, "backups.menu").isVisible()


def test_a_button_that_goes_leaves_the_keyboard_to_the_page(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    backups.plan(STICK)
    backups.around.here = [STICK]
    page = backups.show()
    find(page, Button, "backups.first_now").setFocus()
    backups.desk.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == ["running"])
    assert page.hasFocus()
    qtbot.waitUntil(lambda: bool(backups.making.carried))
    find(page, Button, "backups.stop").setFocus()
    backups.desk.key(Qt.Key.Key_Return)
    assert page.hasFocus()
    qtbot.waitUntil(lambda: shown(page) == ["first"])
    assert page.hasFocus()


def test_the_drive_that_is_pulled_out_is_told_with_a_way_out(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    backups.plan(STICK)
    backups.around.here = [STICK]
    backups.making.error = BackupInterrupted()
    backups.making.gate.set()
    page = backups.show()
    backups.desk.registry.run("backup.now")
    qtbot.waitUntil(lambda: shown(page) == ["failure", "first"])
    assert "The USB stick was taken out. The backup isn’t finished." in texts(page)
    backups.making.error = None
    backups.desk.press("backups.again")
    qtbot.waitUntil(lambda: shown(page) == ["last"])


def test_a_full_place_offers_another_one(backups: BackupsDesk, qtbot: QtBot) -> None:
    page = backups.show()
    backups.run.progress = BackupProgress(FOLDER)
    backups.run.failed.emit(BackupNoRoom(False))
    backups.run.progress = None
    assert "The folder’s disk is full." in texts(page)
    assert find(page, Button, "backups.elsewhere").isVisible()
    backups.desk.press("backups.put_away")
    assert shown(page) == ["first"]


def test_another_place_is_no_way_out_where_this_computer_has_no_room(backups: BackupsDesk) -> None:
    page = backups.show()
    backups.run.failed.emit(BackupNoRoom(here=True))
    assert "There is no room on this computer to make the backup ready." in texts(page)
    assert not find(page, Button, "backups.elsewhere").isVisible()
    assert find(page, Button, "backups.again").isVisible()


def test_a_damaged_vault_is_not_blamed_on_the_stick_and_has_two_ways_out(
    backups: BackupsDesk,
) -> None:
    ran: list[str] = []
    page = backups.show()
    backups.run.progress = BackupProgress(STICK)
    backups.run.failed.emit(VaultDamaged())
    backups.run.progress = None
    assert "Part of the vault fails its check." in texts(page)
    assert "stick" not in page._failure.accessibleName()
    for name in ("again", "elsewhere"):
        assert not find(page, Button, f"backups.{name}").isVisible()
    page._failure.asked.disconnect()
    page._failure.asked.connect(ran.append)
    for name in ("restore", "save"):
        backups.desk.press(f"backups.{name}")
    assert ran == ["backup.bring_back", "vault.save_readable"]


def test_a_kit_that_was_never_proven_leads_to_the_words(backups: BackupsDesk) -> None:
    backups.desk.ask(_forget_the_root)
    page = backups.show()
    assert shown(page) == ["kit"]
    backups.desk.press("backups.prove")
    backups.desk.registry.run("backup.now")
    backups.run.failed.emit(BackupRootMissing())
    backups.desk.press("backups.prove_now")
    assert backups.rehearsed == 3


def _forget_the_root(workspace: Workspace) -> None:
    with workspace._database.write() as writer:
        writer.execute("DELETE FROM backup_roots")


def test_after_a_failure_a_passphrase_is_asked_for_anew(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.plan(STICK)
    backups.around.here = [STICK]
    backups.making.error = BackupInterrupted()
    backups.making.gate.set()
    page = backups.show()
    page.back_up("lantern marmot velvet octave")
    qtbot.waitUntil(lambda: shown(page) == ["failure", "first"])
    backups.desk.press("backups.again")
    assert find(backups.desk.window, QWidget, "backup_passphrase").isVisible()
    assert len(backups.making.carried) == 1
    backups.desk.press("backup.cancel")


def test_enter_backs_up_with_the_passphrase_that_was_typed(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    backups.plan(STICK)
    backups.around.here = []
    backups.show()
    desk = backups.desk
    desk.registry.run("backup.with_passphrase")
    desk.type("lantern marmot velvet octave")
    desk.key(Qt.Key.Key_Return)
    desk.type("lantern marmot velvet octave")
    do = find(desk.window, Button, "backup.do")
    qtbot.waitUntil(do.isEnabled)
    desk.key(Qt.Key.Key_Return)
    backups.around.here = [STICK]
    backups.schedule.look()
    qtbot.waitUntil(lambda: bool(backups.making.carried))
    assert backups.making.carried == [(STICK, "lantern marmot velvet octave")]


def test_a_failure_that_is_out_of_sight_is_shown_with_the_focus_on_its_way_out(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    backups.plan(STICK)
    backups.around.here = [STICK]
    backups.remember(*[a_backup(days) for days in range(20, 0, -1)])
    backups.making.error = BackupInterrupted()
    page = backups.show()
    backups.desk.registry.run("backup.now")
    qtbot.waitUntil(lambda: shown(page) == ["running"])
    bar = page._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    backups.making.gate.set()
    qtbot.waitUntil(lambda: shown(page) == ["failure", "last"])
    qtbot.waitUntil(find(page, Button, "backups.again").hasFocus)
    assert bar.value() == 0


def broken_off(backups: BackupsDesk, one: UnderWay) -> BackupsPage:
    """The page, told of one that ended with the process that made it."""
    backups.plan(STICK)
    backups.desk.ask(lambda workspace: workspace.backups_under_way.begins(one))
    page = backups.show()
    backups.run.tell_broken_off(one, STICK)
    assert shown(page) == ["failure", "first"]
    assert "Underrose was locked or closed before the " in texts(page)
    assert find(page, Button, "backups.again").text() == "Begin it again"
    return page


def test_one_that_locking_broke_off_waits_for_its_drive(backups: BackupsDesk) -> None:
    broken_off(backups, UnderWay(STICK.folder))
    backups.desk.press("backups.again")
    assert backups.schedule.awaited == STICK.folder


def test_one_that_locking_broke_off_asks_for_its_passphrase_anew(backups: BackupsDesk) -> None:
    broken_off(backups, UnderWay(STICK.folder, with_passphrase=True))
    backups.desk.press("backups.again")
    assert find(backups.desk.window, QWidget, "backup_passphrase").isVisible()
    backups.desk.press("backup.cancel")


def test_one_that_locking_broke_off_and_is_put_away_is_forgotten(backups: BackupsDesk) -> None:
    page = broken_off(backups, UnderWay(STICK.folder, with_passphrase=True))
    backups.desk.press("backups.put_away")
    assert shown(page) == ["first"]
    assert backups.desk.ask(lambda workspace: workspace.backups_under_way.get()) == ()


def test_a_failure_of_one_by_itself_leaves_the_focus_where_it_is(backups: BackupsDesk) -> None:
    page = backups.show()
    add = find(page, Button, "backups.add_place")
    add.setFocus()
    backups.run.last = UnderWay(STICK.folder, by_itself=True)
    backups.run.failed.emit(BackupInterrupted())
    assert shown(page) == ["failure", "first"]
    assert add.hasFocus()


def test_places_say_whether_they_are_here_and_can_be_removed(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    backups.plan(STICK, DRIVE, FOLDER)
    backups.around.here = [STICK, FOLDER]
    backups.around.same_disk = [FOLDER]
    page = backups.show()
    until_read(qtbot, page, "On the same disk as your vault: it won’t help if this laptop is lost")
    assert texts(page).count("Isn’t here. Underrose waits for it") == 1
    assert texts(page).count("Here. Not used yet") == 2
    backups.desk.press("backups.remove_place.1")
    qtbot.waitUntil(lambda: plan_of(backups.desk).places == (STICK, FOLDER))
    qtbot.waitUntil(lambda: bool(backups.desk.window.findChildren(Toast)))
    backups.desk.window.findChildren(Toast)[-1].undo()
    qtbot.waitUntil(lambda: plan_of(backups.desk).places == (STICK, FOLDER, DRIVE))


def test_a_failure_goes_with_its_place(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.plan(STICK)
    page = backups.show()
    backups.run.progress = BackupProgress(STICK)
    backups.run.failed.emit(BackupNoRoom(False))
    backups.run.progress = None
    assert "failure" in shown(page)
    until_read(qtbot, page, "Isn’t here. Underrose waits for it")
    backups.desk.rest()
    backups.desk.press("backups.remove_place.0")
    qtbot.waitUntil(lambda: "failure" not in shown(page))


def test_where_several_are_here_one_is_chosen_for_the_next(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    backups.plan(STICK, DRIVE)
    backups.around.here = [STICK]
    page = backups.show()
    until_read(qtbot, page, "The next one goes to the USB stick “Whitlock”.")
    assert page.findChild(Button, "backups.back_up_here.0") is None
    backups.model.set_automatic(False)  # else the drive gets its own
    qtbot.waitUntil(lambda: not plan_of(backups.desk).automatic)
    backups.around.here = [STICK, DRIVE]
    backups.model.look()
    qtbot.waitUntil(lambda: page.findChild(Button, "backups.back_up_here.1") is not None)
    assert nameless(page) == []
    backups.making.gate.set()
    backups.desk.press("backups.back_up_here.1")
    qtbot.waitUntil(lambda: backups.making.carried[:1] == [(DRIVE, None)])


def test_a_place_that_is_full_is_passed_over_by_the_next(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    backups.plan(STICK, DRIVE)
    backups.around.here = [STICK, DRIVE]
    backups.making.error = BackupNoRoom(False)
    backups.making.gate.set()
    page = backups.show()
    until_read(qtbot, page, "The next one goes to the USB stick “Whitlock”.")
    backups.run.start(STICK)
    qtbot.waitUntil(lambda: "failure" in shown(page) and "running" not in shown(page))
    until_read(qtbot, page, "The next one goes to the drive “office”.")
    until_read(qtbot, page, "Has no room, or can’t be written to")


FULL = "Has no room, or can’t be written to"


def refused_by(backups: BackupsDesk, qtbot: QtBot) -> BackupsPage:
    """The page after the stick, which is nearly full, took no backup."""
    backups.plan(STICK)
    backups.around.here, backups.around.free = [STICK], 4096
    backups.making.error = BackupNoRoom(False)
    backups.making.gate.set()
    page = backups.show()
    backups.run.start(STICK)
    until_read(qtbot, page, FULL)
    qtbot.waitUntil(lambda: not backups.run.runs)
    return page


def test_that_a_place_is_full_goes_when_it_has_room(backups: BackupsDesk, qtbot: QtBot) -> None:
    page = refused_by(backups, qtbot)
    page.hide()
    backups.around.free = 29 << 20
    page.show()
    qtbot.waitUntil(lambda: FULL not in texts(page))


def test_that_a_place_is_full_goes_when_it_took_one(backups: BackupsDesk, qtbot: QtBot) -> None:
    page = refused_by(backups, qtbot)
    backups.around.free = None  # which would say so, too
    backups.making.error = None
    backups.run.start(STICK)
    qtbot.waitUntil(lambda: FULL not in texts(page))


def test_a_place_that_comes_in_is_told_at_once(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.plan(STICK)
    page = backups.show()
    until_read(qtbot, page, "isn’t here")
    came_in: list[bool] = []
    backups.schedule.came_in.connect(lambda: came_in.append(True))
    backups.around.here = [STICK]
    backups.model.look()
    qtbot.waitUntil(lambda: bool(came_in))


def test_a_folder_of_the_vault_itself_is_refused(backups: BackupsDesk, qtbot: QtBot) -> None:
    page = backups.show()
    vault = backups.desk.ask(lambda workspace: workspace.facts().folder)
    (vault / "copies").mkdir()
    backups.model.add_place(vault / "copies")
    until_read(qtbot, page, "That folder is part of the vault itself.")
    assert plan_of(backups.desk).places == ()
    add = find(page, Button, "backups.add_place")
    assert backups.desk.window.focusWidget() is add
    assert add.accessibleDescription().startswith("That folder is part of the vault itself.")


def test_a_refusal_is_in_sight(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.remember(*(a_backup(days) for days in range(20, 0, -1)))
    page = backups.show()
    backups.desk.window.resize(1000, 620)
    until_read(qtbot, page, "Earlier backups")
    vault = backups.desk.ask(lambda workspace: workspace.facts().folder)
    backups.model.add_place(vault)

    def is_seen() -> bool:
        said = [one for one in page.findChildren(SmallPrint) if one.text().startswith("That fold")]
        return bool(said) and said[0].visibleRegion().boundingRect() == said[0].rect()

    qtbot.waitUntil(is_seen)


def test_a_folder_is_added_as_what_it_is(
    backups: BackupsDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # on the same disk, wherever tests write
    page = backups.show()
    (tmp_path / "Copies").mkdir()
    backups.model.add_place(tmp_path / "Copies")
    until_read(qtbot, page, "Folder “Copies”")
    (tmp_path / "Link").symlink_to(tmp_path / "Copies")
    with qtbot.waitSignal(backups.model.place_added) as added:
        backups.model.add_place(tmp_path / "Link")
    assert added.args is not None
    assert plan_of(backups.desk).places == (added.args[0],), "one folder is one place"


def test_the_choices_take_effect_at_once(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.plan(STICK)
    backups.remember(a_backup(3))
    page = backups.show()
    assert find(page, Switch, "backups.automatic").isChecked()
    find(page, Switch, "backups.automatic").click()
    find(page, Switch, "backups.yearly").click()
    menu = find(page, QMenu, "backups.remind_menu")
    next(one for one in menu.actions() if one.text() == "every 30 days").trigger()
    backups.desk.rest()
    qtbot.waitUntil(lambda: plan_of(backups.desk) == Plan((STICK,), False, True, 30))
    until_read(qtbot, page, "Remind me")
    assert find(page, Button, "backups.remind").accessibleName() == "Remind me every 30 days"


def test_what_is_asked_for_waits_for_its_drive(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.plan(STICK)
    page = backups.show()
    until_read(qtbot, page, "USB stick “Whitlock” isn’t here. Put it in, or add another place.")
    backups.desk.registry.run("backup.now")
    until_read(qtbot, page, "Waiting for the USB stick “Whitlock”. The backup begins when it is in")
    backups.around.here = [STICK]
    backups.schedule.look()
    qtbot.waitUntil(lambda: shown(page) == ["running"])


def test_waiting_can_be_given_up(backups: BackupsDesk, qtbot: QtBot) -> None:
    backups.plan(STICK)
    page = backups.show()
    until_read(qtbot, page, "isn’t here")
    button = find(page, Button, "backups.first_now")
    button.click()
    qtbot.waitUntil(lambda: button.text() == "Don’t wait")
    button.click()
    assert not backups.schedule.waits
    assert button.text() == "Back up now"


def test_once_more_is_at_the_same_place_and_waits_for_it(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    backups.plan(STICK, FOLDER)
    backups.model.set_automatic(False)
    qtbot.waitUntil(lambda: not plan_of(backups.desk).automatic)
    backups.around.here = [FOLDER]
    page = backups.show()
    until_read(qtbot, page, "The next one goes to the folder “Backups”.")
    backups.run.progress = BackupProgress(STICK)
    backups.run.failed.emit(BackupInterrupted())
    backups.run.progress = None
    backups.desk.press("backups.again")
    until_read(
        qtbot, page, "Waiting for the USB stick “Whitlock”. The backup begins when it is in."
    )
    assert "failure" not in shown(page)
    backups.schedule.look()
    qtbot.waitUntil(lambda: not backups.schedule._looking)
    assert backups.making.carried == []
    backups.around.here = [FOLDER, STICK]
    backups.schedule.look()
    qtbot.waitUntil(lambda: backups.making.carried == [(STICK, None)])


def test_what_lies_on_the_vaults_disk_alone_leads_to_another_place(
    backups: BackupsDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.plan(FOLDER)
    backups.around.here = backups.around.same_disk = [FOLDER]
    backups.remember(a_backup(0, FOLDER))
    page = backups.show()
    button = find(page, Button, "backups.now")
    qtbot.waitUntil(lambda: button.text() == "Back up to a USB stick")
    assert "You choose where it goes: a USB stick is best." in texts(page)
    asked: list[str] = []
    monkeypatch.setattr(page, "_ask_place", lambda: asked.append("where"))
    button.click()
    assert asked == ["where"]
    backups.making.gate.set()
    backups.desk.press("backups.back_up_here.0")  # it can still be done
    qtbot.waitUntil(lambda: backups.making.carried == [(FOLDER, None)])


def test_the_newest_one_that_is_here_is_tried(backups: BackupsDesk, qtbot: QtBot) -> None:
    newest, here = a_backup(1, DRIVE), a_backup(9, STICK)
    backups.plan(STICK, DRIVE)
    backups.around.here = [STICK]
    backups.remember(here, newest)
    page = backups.show()
    qtbot.waitUntil(lambda: find(page, Button, "backups.try").isEnabled())
    tried: list[object] = []
    page.try_asked.connect(tried.append)
    backups.desk.press("backups.try")
    assert tried == [Path(here.folder, here.file_name)]


def test_a_file_is_chosen_or_dropped(backups: BackupsDesk) -> None:
    page = backups.show()
    asked: list[object] = []
    page.bring_back_asked.connect(asked.append)
    page.file_asked.connect(lambda: asked.append("a file"))
    backups.desk.press("backups.choose_file.choose")
    page._bring_back.chosen.emit(Path("a.underrose-backup"))
    assert asked == ["a file", Path("a.underrose-backup")]


def test_a_made_up_practice_says_why_it_has_no_backups(backups: BackupsDesk) -> None:
    page = backups.show()
    page._show(State(plan=Plan(), made_up=True))
    assert "Nobody has the words that would open a backup of it." in texts(page)
    assert not find(page, Button, "backups.first_now").isEnabled()
    assert not find(page, Button, "backups.with_passphrase").isEnabled()


def test_the_bar_goes_as_far_as_the_phase(backups: BackupsDesk) -> None:
    page = backups.show()
    backups.run._show(BackupProgress(STICK, Stage.PROVE, 1482, 2318, 41_600_000, 21.0))
    read = texts(page)
    for words in ("About 20 seconds left", "1,482 of 2,318 records read back", "64%", "41.6 MB"):
        assert words in read
    assert nameless(page) == []
    backups.run._end()
