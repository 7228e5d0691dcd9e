"""From a damaged vault into a new one, by keys: what can be read is there, the rest is named."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.settings.declared import SALVAGE_FOLDER, VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workspace import Workspace
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from tests.support.backed_up import back_up
from tests.support.by_keys import DESK, at_the_keyboard, press, unlock
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.fixed_clock import FixedClock
from tests.support.journey_facts import opened
from tests.support.vault_on_disk import a_vault, make_vault
from tests.support.workspaces import PASSPHRASE, add_client, hold_session
from ui.opening import device_file
from ui.tour.walk import Until, Walk

WAY = PassphraseWay(PASSPHRASE)
PAGE = 4096
NAMES = ("Amara Osei", "Tomasz Brandt")
LONG = "It was about the move to Leeds, and about what it would leave behind. " * 150


def fill(workspace: Workspace) -> None:
    """Two clients with a final note each."""
    for name in NAMES:
        client = add_client(workspace, name)
        session = hold_session(workspace, FixedClock(), client, LONG, minutes=0)
        workspace.session_notes.make_final(session, client)


@pytest.fixture
def vault(at_home: Home) -> Path:
    folder, _ = make_vault(at_home, WAY)
    with opened(folder, WAY) as workspace:
        fill(workspace)
    return folder


def content(vault: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()}


def damage(vault: Path, page: int) -> None:
    data = bytearray((vault / "vault-1.db").read_bytes())
    data[(page - 1) * PAGE + 200] ^= 1
    (vault / "vault-1.db").write_bytes(data)


def choose_passphrase(driver: Driver) -> Walk:
    """From the form to the new kit; a passphrase of its own."""
    yield driver.hands.can_use("salvage.passphrase")
    yield driver.hands.has_focus("salvage.name")
    yield from driver.hands.tab_to("salvage.passphrase")
    yield from driver.hands.type(PASSPHRASE)
    yield from driver.hands.tab_to("salvage.passphrase_again")
    yield from driver.hands.type(PASSPHRASE)
    yield driver.hands.can_use("salvage.go_on")
    yield from driver.hands.press(Qt.Key.Key_Return)
    yield driver.hands.sees("salvage.later")


def save(driver: Driver) -> Walk:
    """The same, and on to the report; the check is put off."""
    yield from choose_passphrase(driver)
    yield from press(driver, "salvage.later")
    yield driver.hands.sees("confirm.other")
    yield from press(driver, "confirm.other")
    yield driver.hands.sees("salvage.report")


def report(driver: Driver) -> str:
    shown = driver.hands.seen("salvage.report")
    assert isinstance(shown, QPlainTextEdit)
    return shown.toPlainText()


def new_vault() -> Path:
    return Path(DeviceSettings(device_file()).get(VAULT_FOLDER))


def test_a_vault_that_opens_no_more_is_saved_from_the_lock_screen(
    vault: Path, qapp: QApplication
) -> None:
    damage(vault, 1)
    was = content(vault)
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.reads("Part of the vault fails its check."))
        driver.do(press(driver, "unlock.open"))  # for reading only
        driver.wait(driver.reads("It can’t be opened for reading either."))
        driver.do(press(driver, "unlock.open"), save(driver))
        told = report(driver)
        driver.wait(driver.reads(str(vault)))
        driver.do(press(driver, "salvage.go_on"))
        driver.wait(driver.hands.sees(DESK))
    assert "Clients: 2" in told
    assert "Final notes: 2" in told
    assert "Lost" not in told
    assert content(vault) == was
    assert new_vault() != vault
    assert {path.name for path in vault.parent.iterdir()} == {vault.name, new_vault().name}


def test_a_vault_that_is_held_is_saved_from_the_page_that_says_so(
    vault: Path, qapp: QApplication
) -> None:
    with opened(vault, WAY) as workspace:
        workspace._vault.connection.execute("UPDATE meta SET drafts_sha256 = zeroblob(32)")
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver), press(driver, "standing.salvage"))
        driver.wait(driver.hands.has_focus("salvage.name"))
        driver.do(press(driver, "salvage.back"))  # and nothing has happened
        driver.do(press(driver, "standing.salvage"), save(driver))
        driver.do(press(driver, "salvage.go_on"))
        driver.wait(driver.hands.sees(DESK))
        driver.wait(driver.reads("with Tomasz"))


def test_what_a_check_found_is_saved_after_a_lock(vault: Path, qapp: QApplication) -> None:
    with opened(vault, WAY) as workspace:
        connection = workspace._vault.connection
        connection.execute("DROP TRIGGER session_notes_no_update")
        connection.execute(
            "UPDATE session_notes SET final_ms = final_ms + 1"
            " WHERE rowid = (SELECT min(rowid) FROM session_notes)"
        )
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees("notice.away"))
        driver.do(press(driver, "notice.away"))
        driver.wait(driver.hands.sees("privacy.integrity"))
        driver.do(press(driver, "privacy.integrity.other"))  # the row itself leads to a backup
        driver.do(press(driver, "confirm.other"))
        wanted = Until("the wish to be kept", lambda: kept_wish() == str(vault))
        driver.wait(wanted)
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver), save(driver))
        told = report(driver)
        driver.do(press(driver, "salvage.go_on"))
        driver.wait(driver.hands.sees(DESK))
    assert "Lost (1)" in told
    assert f"Final note, {NAMES[0]}" in told
    assert kept_wish() == ""


@pytest.fixture
def damaged_backup(at_home: Home, tmp_path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """A backup with a flipped bit in its middle, of a vault that is gone; the words of its kit."""
    lost, into = tmp_path / "Whitlock Coaching.vault", tmp_path / "stick"
    into.mkdir()
    workspace, words = a_vault(lost, "Whitlock Coaching", WAY)
    fill(workspace)
    file = back_up(workspace, into)
    workspace.close()
    shutil.rmtree(lost)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    yield file, words
    assert file.read_bytes() == data
    assert list(into.iterdir()) == [file]


def open_damaged(driver: Driver, file: Path, words: tuple[str, ...]) -> Walk:
    """From the choice of a file to being told, and on to the form."""
    yield driver.hands.has_focus("restore.choose")
    yield from driver.hands.tab_to("restore.path")
    yield from driver.hands.type(f"{file}\n")
    yield driver.hands.has_focus("restore.word_1")
    yield from driver.hands.type(f"{' '.join(words)}\n")
    yield driver.reads("This backup is damaged. Nothing was changed.")
    yield driver.reads("Try another backup, or save what can be read.")
    yield from press(driver, "restore.go_on")
    yield driver.hands.has_focus("salvage.name")


def words_shown(driver: Driver) -> tuple[str, ...]:
    """The words of the new kit, as a screen reader says them."""
    grid = driver.hands.seen("salvage.words")
    assert grid is not None
    return tuple(part.split()[1] for part in grid.accessibleName().split(", "))


def keep_kit(driver: Driver, shown: tuple[str, ...]) -> Walk:
    """Types three of the words, as from the paper that they were put on."""
    for number in (1, 2, 3):
        yield from driver.hands.tab_to(f"salvage.word_{number}")
        line = driver.hands.seen(f"salvage.word_{number}")
        assert line is not None
        yield from driver.hands.type(shown[int(line.accessibleName().split()[-1]) - 1])
    yield from press(driver, "salvage.go_on")
    yield driver.hands.sees("salvage.report")


def test_a_damaged_backup_is_saved_where_there_is_nothing_else(
    damaged_backup: tuple[Path, tuple[str, ...]], at_home: Home, qapp: QApplication
) -> None:
    with at_the_keyboard(qapp) as driver:
        driver.do(press(driver, "first_run.restore"), open_damaged(driver, *damaged_backup))
        driver.do(press(driver, "salvage.back"))  # and nothing has happened
        assert not (at_home.folder / "Documents").exists()
        driver.do(open_damaged(driver, *damaged_backup), choose_passphrase(driver))
        words = words_shown(driver)
        driver.do(keep_kit(driver, words))
        told = report(driver)
        driver.wait(driver.reads(str(damaged_backup[0])))
        driver.do(press(driver, "salvage.go_on"))
        driver.wait(driver.hands.sees(DESK))
        driver.wait(driver.reads("with Tomasz"))
    assert "Clients: 2" in told
    vault = new_vault()
    assert vault == at_home.folder / "Documents" / "Underrose" / "Whitlock Coaching (saved).vault"
    with opened(vault, RecoveryWay(words)) as workspace:
        assert {client.name for client in workspace.clients.listed()} == set(NAMES)
        assert workspace.ways_in.kits.facts().kept
        assert workspace.integrity.check_at_once().is_sound


def kept_wish() -> str:
    return DeviceSettings(device_file()).get(SALVAGE_FOLDER)
