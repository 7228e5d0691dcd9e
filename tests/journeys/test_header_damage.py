"""Key files that were damaged, changed, exchanged or written by a newer version."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from crypto.slots.passphrase import PassphraseWay
from tests.support.by_keys import DESK, at_the_keyboard, choose_folder, press, unlock
from tests.support.desktop import Home
from tests.support.vault_on_disk import make_vault
from tests.support.workspaces import PASSPHRASE, a_workspace

COPIES = ("header.json", "header.copy.json")


@pytest.fixture
def vault(at_home: Home) -> Path:
    folder, _ = make_vault(at_home, PassphraseWay(PASSPHRASE))
    return folder


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another vault, whole."""
    a_workspace(tmp_path, name="Another Practice").close()
    return tmp_path / "vault"


def with_checksum(magic_and_json: bytes, hmac_line: bytes) -> bytes:
    """A header whose checksum is right, whoever wrote it."""
    digest = hashlib.sha256(magic_and_json).hexdigest()
    return magic_and_json + f"sha256:{digest}\n".encode() + hmac_line


def rename_inside(data: bytes) -> bytes:
    """The header with another name in it, as somebody may write it who has no key."""
    lines = data.splitlines(keepends=True)
    changed = lines[1].replace(b"Whitlock Coaching", b"Whitlock Coachinx")
    assert changed != lines[1]
    return with_checksum(lines[0] + changed, lines[3])


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("damage", ["gone", "cut off", "changed", "forged"])
def test_one_damaged_key_file_is_repaired_and_said_once(
    vault: Path, qapp: QApplication, copy: str, damage: str
) -> None:
    file = vault / copy
    whole = file.read_bytes()
    if damage == "gone":
        file.unlink()
    else:
        damaged = {"cut off": whole[:200], "changed": whole[:40] + b"~" + whole[41:]}
        file.write_bytes(damaged.get(damage) or rename_inside(whole))
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees(DESK))
        driver.wait(driver.reads("One of two key files was damaged; the other was used"))
        driver.do(press(driver, "opening_notice.away"))
        driver.wait(driver.hands.sees_no("opening_notice.away"))
    assert (
        (vault / "header.json").read_bytes() == (vault / "header.copy.json").read_bytes() == whole
    )


def test_two_damaged_key_files_lead_to_a_copy_of_the_folder(
    vault: Path, other: Path, qapp: QApplication
) -> None:
    for copy in COPIES:
        (vault / copy).write_bytes(b"UNDERROSE-VAULT 1\n{}")
    with at_the_keyboard(qapp) as driver:
        driver.wait(driver.reads("Both key files of this vault are damaged. Nothing was written."))
        driver.do(press(driver, "unlock.another"), choose_folder(driver, other))
        driver.wait(driver.reads("Another Practice"))


def test_two_changed_key_files_open_nothing(vault: Path, other: Path, qapp: QApplication) -> None:
    for copy in COPIES:
        (vault / copy).write_bytes(rename_inside((vault / copy).read_bytes()))
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.reads("The key file was changed by something other than Underrose."))
        driver.do(press(driver, "unlock.another"), choose_folder(driver, other))
        driver.wait(driver.reads("Another Practice"))


def test_a_key_file_of_another_vault_leads_to_the_matching_folder(
    vault: Path, other: Path, qapp: QApplication
) -> None:
    database = vault / "vault-1.db"
    database.write_bytes((other / "vault-1.db").read_bytes())
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.reads("This key file and these notes belong to different vaults."))
        driver.do(press(driver, "unlock.open"), choose_folder(driver, other))
        driver.wait(driver.reads("Another Practice"))


def test_a_vault_of_a_newer_version_says_which_version_this_is(
    vault: Path, other: Path, qapp: QApplication
) -> None:
    for copy in COPIES:
        lines = (vault / copy).read_bytes().splitlines(keepends=True)
        newer = (
            lines[1]
            .replace(b'"format":1', b'"format":2')
            .replace(b'"min_reader":1', b'"min_reader":2')
        )
        (vault / copy).write_bytes(with_checksum(lines[0] + newer, lines[3]))
    with at_the_keyboard(qapp) as driver:
        driver.wait(driver.reads("This vault was made by a newer version of Underrose."))
        driver.wait(driver.reads("This is Underrose "))
        driver.do(press(driver, "unlock.open"), choose_folder(driver, other))
        driver.wait(driver.reads("Another Practice"))
