"""A vault that was put back, went two ways or lost its seal: told, held, and a way out by keys."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.clock import SystemClock
from crypto.keyring.os_keyring import find_key_store
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.change_slots import begin_new_kit, finish_new_kit
from crypto.vault.header_files import COPIES
from crypto.vault.vault import hold_secret
from tests.support.by_keys import DESK, at_the_keyboard, choose_folder, press, unlock
from tests.support.desktop import Home
from tests.support.journey_facts import opened
from tests.support.vault_on_disk import make_vault
from tests.support.workspaces import PASSPHRASE, add_client
from ui.tour.walk import Until

WAY = PassphraseWay(PASSPHRASE)


@pytest.fixture
def vault(at_home: Home) -> Path:
    folder, _ = make_vault(at_home, WAY)
    return folder


def write(folder: Path, *names: str) -> None:
    with opened(folder, WAY) as workspace:
        for name in names:
            add_client(workspace, name)


def add_client_at_the_desk(qapp: QApplication, name: str) -> None:
    """Opens by the keyring and adds a client."""
    with at_the_keyboard(qapp) as driver:
        driver.do(press(driver, "unlock.open"))
        driver.wait(driver.hands.sees(DESK))
        driver.do(
            driver.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier),
            driver.hands.type(f"{name}\n"),
        )
        driver.wait(driver.reads(name))


def let_it_be_remembered(qapp: QApplication, folder: Path) -> None:
    """Opens by the keyring, and waits until that has taken the pin of the last save."""
    store = find_key_store()

    def is_kept() -> bool:
        return (folder / "seal-1").read_bytes() in (hold_secret(folder, store).pin or b"")

    with at_the_keyboard(qapp) as driver:
        driver.do(press(driver, "unlock.open"))
        driver.wait(driver.hands.sees(DESK))
        driver.wait(Until("the pin to be kept", is_kept))


def entries(folder: Path) -> int:
    """How many entries the vault's ledger has."""
    with opened(folder, WAY) as workspace:
        return workspace.standing.generation


def put_back(folder: Path, *lost: str) -> None:
    """An older database beside the newer seal."""
    database = folder / "vault-1.db"
    before = database.read_bytes()
    write(folder, *lost)
    database.write_bytes(before)


def go_two_ways(folder: Path) -> None:
    """This computer's seal beside what another computer wrote."""
    elsewhere = folder.with_name("Elsewhere.vault")
    shutil.copytree(folder, elsewhere)
    write(folder, "Amara Osei", "Tomasz Brandt")
    write(elsewhere, "Leila Farouk", "Noor Haddad", "Ada Byron")
    (folder / "vault-1.db").write_bytes((elsewhere / "vault-1.db").read_bytes())


def lose_seal(folder: Path) -> None:
    (folder / "seal-1").unlink()


def names(folder: Path) -> set[str]:
    with opened(folder, WAY) as workspace:
        assert not workspace.standing.needs_answer
        return {client.name for client in workspace.clients.listed()}


def test_an_older_vault_is_told_with_both_entries_and_the_newer_one_is_found(
    vault: Path, at_home: Home, tmp_path: Path, qapp: QApplication
) -> None:
    newer = tmp_path / "Newer.vault"
    shutil.copytree(vault, newer)
    write(newer, "Amara Osei", "Tomasz Brandt")
    put_back(vault, "Amara Osei", "Tomasz Brandt")
    was, here = (vault / "vault-1.db").read_bytes(), entries(vault)
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.reads("This vault is older than the one last saved here"))
        driver.wait(driver.reads(f"entry {here + 2}"))
        driver.wait(driver.reads(f"entry {here}, today at "))
        driver.wait(driver.hands.has_focus("standing.find"))
        driver.do(press(driver, "standing.find"), choose_folder(driver, newer), unlock(driver))
        driver.wait(driver.hands.sees(DESK))
    assert names(newer) == {"Amara Osei", "Tomasz Brandt"}
    assert (vault / "vault-1.db").read_bytes() == was


def test_an_older_vault_can_be_looked_at_and_nothing_is_written(
    vault: Path, qapp: QApplication
) -> None:
    put_back(vault, "Amara Osei", "Tomasz Brandt")
    was = {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()}
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver), press(driver, "standing.look"))
        driver.wait(driver.hands.sees(DESK))
        driver.wait(driver.reads("Open for reading only: this vault isn’t as it was left."))
        driver.do(driver.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier))
        driver.wait(driver.reads("it is open for reading only. Nothing was changed."))
        assert driver.hands.seen("add_client") is None
    assert {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()} == was


def test_going_on_with_an_older_vault_is_asked_first_and_then_recorded(
    vault: Path, qapp: QApplication
) -> None:
    put_back(vault, "Amara Osei", "Tomasz Brandt")
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver), press(driver, "standing.go_on"))
        driver.wait(driver.hands.has_focus("confirm.safe"))
        driver.do(press(driver, "confirm.safe"), press(driver, "standing.go_on"))
        driver.do(press(driver, "confirm.other"))
        driver.wait(driver.hands.sees(DESK))
    assert names(vault) == set()


def test_a_single_save_that_is_missing_is_put_down_to_a_power_cut(
    vault: Path, qapp: QApplication
) -> None:
    put_back(vault, "Amara Osei")
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.reads("A power cut may have undone the last save."))
        driver.do(press(driver, "standing.go_on"), press(driver, "confirm.other"))
        driver.wait(driver.hands.sees(DESK))
    assert names(vault) == set()


def test_a_vault_that_went_two_ways_shows_both_and_goes_on_with_one(
    vault: Path, qapp: QApplication
) -> None:
    before = entries(vault)
    go_two_ways(vault)
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.reads("This vault went two ways: here and on another computer"))
        driver.wait(driver.reads("Known to this computer"))
        driver.wait(driver.reads(f"entry {before + 2}"))
        driver.wait(driver.reads(f"entry {before + 3}, today at "))
        driver.do(press(driver, "standing.go_on"), press(driver, "confirm.other"))
        driver.wait(driver.hands.sees(DESK))
    assert names(vault) == {"Leila Farouk", "Noor Haddad", "Ada Byron"}


def test_a_seal_that_is_behind_is_made_again_after_a_check_and_said_once(
    vault: Path, qapp: QApplication
) -> None:
    seal = (vault / "seal-1").read_bytes()
    write(vault, "Amara Osei", "Tomasz Brandt", "Leila Farouk")
    (vault / "seal-1").write_bytes(seal)
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees(DESK))
        driver.wait(driver.reads("The seal didn’t match, so every entry and every record was"))
        driver.do(press(driver, "opening_notice.away"))
        driver.wait(driver.hands.sees_no("opening_notice.away"))
    assert names(vault) == {"Amara Osei", "Tomasz Brandt", "Leila Farouk"}


def test_a_lost_seal_is_made_again_after_date_and_entry_were_confirmed(
    vault: Path, qapp: QApplication
) -> None:
    write(vault, "Amara Osei")
    here = entries(vault)
    lose_seal(vault)
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.reads("The seal doesn’t match the notes"))
        driver.wait(driver.reads(f"entry {here}, today at "))
        driver.do(press(driver, "standing.check"))
        driver.wait(driver.hands.sees(DESK))
    assert names(vault) == {"Amara Osei"}


@pytest.mark.parametrize(
    "damage", [put_back, go_two_ways, lose_seal], ids=lambda each: each.__name__
)
def test_a_vault_that_is_held_can_be_locked_and_is_asked_about_again(
    vault: Path, qapp: QApplication, damage: Callable[..., None]
) -> None:
    if damage is put_back:
        put_back(vault, "Amara Osei")
    else:
        damage(vault)
    for _ in range(2):
        with at_the_keyboard(qapp) as driver:
            driver.do(unlock(driver))
            driver.wait(driver.hands.can_use("standing.look"))


def test_an_older_folder_is_told_by_what_this_computer_remembers(
    at_home: Home, qapp: QApplication
) -> None:
    folder, _ = make_vault(at_home, KeyringWay(find_key_store()))
    before = folder.with_name("Before.vault")
    shutil.copytree(folder, before)
    add_client_at_the_desk(qapp, "Amara Osei")
    let_it_be_remembered(qapp, folder)
    shutil.rmtree(folder)
    before.rename(folder)  # seal, header and database together: only the keyring can tell
    with at_the_keyboard(qapp) as driver:
        driver.do(press(driver, "unlock.open"))
        driver.wait(driver.reads("This vault is older than the one last saved here"))
        driver.do(press(driver, "standing.go_on"), press(driver, "confirm.other"))
        driver.wait(driver.hands.sees(DESK))


def test_an_older_key_file_is_told_by_what_this_computer_remembers(
    at_home: Home, qapp: QApplication
) -> None:
    way = KeyringWay(find_key_store())
    folder, _ = make_vault(at_home, way)
    older = {copy: (folder / copy).read_bytes() for copy in COPIES}
    with opened(folder, way) as workspace:
        vault = workspace._vault
        finish_new_kit(vault, begin_new_kit(vault, SystemClock().now().day))
    let_it_be_remembered(qapp, folder)
    for copy, data in older.items():
        (folder / copy).write_bytes(data)
    with at_the_keyboard(qapp) as driver:
        driver.do(press(driver, "unlock.open"))
        driver.wait(driver.reads("The key file is older than the one used here"))
        driver.wait(driver.reads("an older Recovery Kit, may open this folder."))
        driver.do(press(driver, "standing.go_on"), press(driver, "confirm.other"))
        driver.wait(driver.hands.sees(DESK))
