"""A new kit, alone or with a new key, takes along the backups that it can reach."""

from pathlib import Path

from PySide6.QtCore import Qt

from crypto.backup.unlock import ByWords, unlock_backup
from crypto.errors import RecoveryWrong
from tests.support.backed_up import back_up
from tests.support.find import find
from tests.support.workspaces import PASSPHRASE
from tests.ui.pages.ways_in.conftest import Ways
from ui.widgets.radio_button import RadioButton


def with_backups(ways: Ways, tmp_path: Path, *names: str) -> list[Path]:
    """A backup in each of these folders; where they lie."""
    files: list[Path] = []
    for name in names:
        folder = tmp_path / name
        folder.mkdir()
        files.append(ways.desk.ask(lambda workspace, to=folder: back_up(workspace, to)))
    return files


def opens_backup(file: Path, words: tuple[str, ...]) -> bool:
    try:
        unlock_backup(file, ByWords(words)).wipe()
    except RecoveryWrong:
        return False
    return True


def make_new_kit(ways: Ways) -> tuple[str, ...]:
    """A new kit, checked and put in use; its words."""
    ways.run("vault.new_kit")
    ways.type("new_kit.proof", PASSPHRASE)
    ways.press("new_kit.do")
    ways.wait_until_sees("Your new Recovery Kit")
    words = ways.kit_words()
    ways.check_three("new_kit")
    ways.press("new_kit.do")
    return words


def test_a_new_kit_takes_the_backups_with_it(ways: Ways, tmp_path: Path) -> None:
    old = ways.words()
    (file,) = with_backups(ways, tmp_path, "stick")
    words = make_new_kit(ways)
    ways.wait_until_sees("One backup now opens with the new kit, and not with the old.")
    assert ways.sees("Destroy the old sheet.")
    assert not ways.sees(words[0])
    assert opens_backup(file, words)
    assert not opens_backup(file, old)
    ways.press("new_kit.do")
    ways.wait_until_gone("new_kit")
    assert ways.desk.ask(lambda w: [one.kit_number for one in w.backups.listed()]) == [3]


def test_backups_that_cannot_be_reached_are_named_and_the_old_sheet_is_kept(
    ways: Ways, tmp_path: Path
) -> None:
    old = ways.words()
    away, file = with_backups(ways, tmp_path, "stick", "drive")
    away.rename(tmp_path / away.name)
    words = make_new_kit(ways)
    ways.wait_until_sees("One backup now opens with the new kit")
    assert ways.sees("Keep the old sheet until then.")
    assert ways.sees("17 Nov, 10:12 · Folder “stick”")
    assert not ways.sees("Destroy the old sheet.")
    assert opens_backup(file, words)
    assert opens_backup(tmp_path / away.name, old)
    ways.qtbot.keyClick(ways.desk.focus(), Qt.Key.Key_Escape)
    ways.wait_until_gone("new_kit")


def test_a_new_key_takes_the_backups_with_it_though_the_vault_is_closed(
    ways: Ways, tmp_path: Path
) -> None:
    old = ways.words()
    away, file = with_backups(ways, tmp_path, "stick", "drive")
    away.rename(tmp_path / away.name)
    ways.run("vault.new_key")
    ways.type("new_key.proof", PASSPHRASE)
    ways.qtbot.waitUntil(lambda: bool(ways.model.ways.here))
    ways.desk.rest()
    find(ways.desk.window, RadioButton, "new_key.open_by_passphrase").click()
    ways.new_passphrase("new_key")
    ways.press("new_key.do")
    ways.check_three("new_key")
    words = ways.kit_words()
    ways.press("new_key.do")
    ways.wait_until_sees("One backup now opens with the new kit, and not with the old.")
    assert ways.sees("17 Nov, 10:12 · Folder “stick”")
    ways.desk.is_closed = True
    assert opens_backup(file, words)
    assert not opens_backup(file, old)
    ways.press("new_key.lock")
