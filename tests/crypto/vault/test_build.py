import errno
import os
import shutil
import stat
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from crypto.errors import (
    KeyringTimeout,
    PassphraseNotUsable,
    SaveNotDurable,
    VaultFolderNotEmpty,
    VaultInUse,
    VaultMissing,
    VaultNameNotUsable,
)
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST, TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.vault import build
from crypto.vault.connection import VaultConnection
from crypto.vault.header import parse
from crypto.vault.lock import VaultLock
from crypto.vault.seal import SealState
from crypto.vault.vault import create_vault, look_at, open_vault
from tests.crypto.conftest import NOW, PASSPHRASE, Create, Open, names, one_table
from tests.support.fake_key_store import FakeKeyStore
from tests.support.killed_child import killed_at

WAY = PassphraseWay(PASSPHRASE)


def test_a_new_vault_has_every_file_for_its_owner_alone(tmp_path: Path, create: Create) -> None:
    folder = tmp_path / "Practice.vault"
    before = os.umask(0)  # so that the modes are ours, not the mask's
    try:
        create(folder, WAY)
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.iterdir()]}
    assert modes == {
        "Practice.vault": 0o700,
        "handover": 0o700,
        "header.json": 0o600,
        "header.copy.json": 0o600,
        "lock": 0o600,
        "reserve": 0o600,
        "seal-1": 0o600,
        "vault-1.db": 0o600,
    }
    assert names(tmp_path) == ["Practice.vault"]


def test_a_new_vault_is_open_and_its_words_open_it_too(
    tmp_path: Path, create: Create, open_cheaply: Open
) -> None:
    vault, words = create(tmp_path / "Practice.vault", WAY)
    vault.connection.execute("INSERT INTO kept VALUES ('first')")
    with pytest.raises(VaultInUse):
        open_cheaply(tmp_path / "Practice.vault", WAY)
    vault.close()
    open_cheaply(tmp_path / "Practice.vault", RecoveryWay(words))


def test_an_empty_folder_and_missing_parents_are_fine(tmp_path: Path, create: Create) -> None:
    (tmp_path / "empty").mkdir()
    create(tmp_path / "empty", WAY)
    create(tmp_path / "not" / "yet" / "there.vault", WAY)


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path, create: Create) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Dear Anna", "utf-8")
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("full", "file", "link"):
        with pytest.raises(VaultFolderNotEmpty):
            create(tmp_path / name, WAY)
    assert names(tmp_path) == ["file", "full", "link"]
    assert names(tmp_path / "full") == ["letter.txt"]


def test_a_folder_that_fills_meanwhile_is_left_alone(tmp_path: Path, create: Create) -> None:
    folder = tmp_path / "Practice.vault"

    def fill(connection: VaultConnection) -> SealState:
        folder.mkdir()
        (folder / "letter.txt").touch()
        return one_table(connection)

    with pytest.raises(VaultFolderNotEmpty):
        create(folder, WAY, prepare=fill)
    assert names(tmp_path) == ["Practice.vault"]
    assert names(folder) == ["letter.txt"]


def test_a_disk_that_does_not_confirm_the_last_step_gets_no_vault(
    tmp_path: Path, create: Create, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path) -> None:
        raise OSError(errno.EIO, "failed", str(folder))

    monkeypatch.setattr(build, "sync_folder", fail)
    with pytest.raises(SaveNotDurable):
        create(tmp_path / "Practice.vault", WAY)
    assert names(tmp_path) == []


# The hidden folder that it is built in: its name can be guessed by whoever made a drive


def _somebodys(folder: Path) -> Path:
    (folder / "handover").mkdir(parents=True)
    (folder / "handover" / "scan.pdf").write_text("taxes", "utf-8")
    (folder / "lock").write_text("Dear Anna", "utf-8")
    return folder


def test_a_link_in_its_place_leads_nowhere(tmp_path: Path, create: Create) -> None:
    letters = _somebodys(tmp_path / "Letters")
    (tmp_path / ".Practice.vault.new").symlink_to(letters)
    with pytest.raises(VaultFolderNotEmpty):
        create(tmp_path / "Practice.vault", WAY)
    assert names(tmp_path) == [".Practice.vault.new", "Letters"]
    assert (letters / "lock").read_text("utf-8") == "Dear Anna"
    assert names(letters / "handover") == ["scan.pdf"]


def test_a_link_to_an_empty_folder_is_refused_too(tmp_path: Path, create: Create) -> None:
    (tmp_path / "Letters").mkdir()
    (tmp_path / ".Practice.vault.new").symlink_to(tmp_path / "Letters")
    with pytest.raises(VaultFolderNotEmpty):
        create(tmp_path / "Practice.vault", WAY)
    assert names(tmp_path / "Letters") == []


@pytest.mark.parametrize("name", ["letter.txt", "header.json.old", "salvage.db.bak", ".hidden"])
def test_a_folder_of_somebody_in_its_place_is_left_alone(
    tmp_path: Path, create: Create, name: str
) -> None:
    site = tmp_path / ".Practice.vault.new"
    site.mkdir()
    (site / name).write_text("Dear Anna", "utf-8")
    (site / "vault-1.db").touch()
    with pytest.raises(VaultFolderNotEmpty):
        create(tmp_path / "Practice.vault", WAY)
    assert names(tmp_path) == [".Practice.vault.new"]
    assert names(site) == sorted([name, "vault-1.db"])


def test_what_is_called_as_a_file_of_ours_and_is_none_is_left_alone(
    tmp_path: Path, create: Create
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Anna", "utf-8")
    for name in ("lock", "reserve", "salvage.db", "handover"):
        site = tmp_path / ".Practice.vault.new"
        site.mkdir()
        (site / name).symlink_to(letter)
        with pytest.raises(VaultFolderNotEmpty):
            create(tmp_path / "Practice.vault", WAY)
        assert (site / name).is_symlink()
        assert letter.read_text("utf-8") == "Dear Anna"
        shutil.rmtree(site)
    _somebodys(tmp_path / ".Practice.vault.new")
    with pytest.raises(VaultFolderNotEmpty):
        create(tmp_path / "Practice.vault", WAY)
    assert names(tmp_path / ".Practice.vault.new" / "handover") == ["scan.pdf"]


def test_a_file_in_its_place_is_left_alone(tmp_path: Path, create: Create) -> None:
    (tmp_path / ".Practice.vault.new").write_text("Dear Anna", "utf-8")
    with pytest.raises(VaultFolderNotEmpty):
        create(tmp_path / "Practice.vault", WAY)
    assert (tmp_path / ".Practice.vault.new").read_text("utf-8") == "Dear Anna"


def test_what_a_killed_salvage_left_is_cleared_away(tmp_path: Path, create: Create) -> None:
    site = tmp_path / ".Practice.vault.new"
    (site / "handover").mkdir(parents=True)
    for name in ("lock", "vault-1.db", "vault-1.db-journal", "salvage.db", "salvage.db-journal"):
        (site / name).touch()
    create(tmp_path / "Practice.vault", WAY)
    assert names(tmp_path) == ["Practice.vault"]
    assert "salvage.db" not in names(tmp_path / "Practice.vault")


@pytest.mark.parametrize("name", ["", "a\0b", "a\nb", "n" * 101])
def test_a_name_with_controls_is_refused_before_anything_is_made(
    tmp_path: Path, create: Create, name: str
) -> None:
    with pytest.raises(VaultNameNotUsable):
        create(tmp_path / "Practice.vault", WAY, name=name)
    assert names(tmp_path) == []


def test_a_weak_passphrase_is_refused_before_anything_is_made(
    tmp_path: Path, create: Create
) -> None:
    with pytest.raises(PassphraseNotUsable):
        create(tmp_path / "Practice.vault", PassphraseWay("short"))
    assert names(tmp_path) == []


def test_a_keyring_that_fails_leaves_nothing_on_the_disk(tmp_path: Path, create: Create) -> None:
    store = FakeKeyStore()
    store.failure = KeyringTimeout()
    with pytest.raises(KeyringTimeout):
        create(tmp_path / "Practice.vault", KeyringWay(store))
    assert names(tmp_path) == []


def test_a_database_that_cannot_be_prepared_leaves_nothing_anywhere(
    tmp_path: Path, create: Create
) -> None:
    store = FakeKeyStore()

    def fail(_connection: VaultConnection) -> SealState:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create(tmp_path / "Practice.vault", KeyringWay(store), prepare=fail)
    assert names(tmp_path) == []
    assert store.items == {}


def test_two_makers_do_not_meet(tmp_path: Path, create: Create) -> None:
    site = tmp_path / ".Practice.vault.new"
    site.mkdir()
    other = VaultLock(site)
    other.acquire()
    with pytest.raises(VaultInUse):
        create(tmp_path / "Practice.vault", WAY)
    other.release()
    create(tmp_path / "Practice.vault", WAY)


def test_a_place_that_is_no_folder_is_told(tmp_path: Path, create: Create) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(VaultMissing):
        create(tmp_path / "file" / "Practice.vault", WAY)


def test_the_header_says_when_in_utc_and_the_kit_on_which_day_here(tmp_path: Path) -> None:
    late = datetime(2026, 11, 23, 1, 0, tzinfo=timezone(timedelta(hours=2)))
    vault, _ = create_vault(
        tmp_path / "Practice.vault", "Room 4", WAY, one_table,
        now=late, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS,
    )  # fmt: skip
    vault.close()
    face = look_at(tmp_path / "Practice.vault")
    assert face.created_at == datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
    assert face.kit_made_on.isoformat() == "2026-11-23"


def test_the_cheap_cost_has_to_be_asked_for_twice(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no reader"):
        create_vault(
            tmp_path / "Practice.vault", "Room 4", WAY, one_table, now=NOW, cost=TEST_ONLY_COST
        )


def test_the_standard_cost_makes_a_vault_that_the_app_opens(tmp_path: Path) -> None:
    folder = tmp_path / "Practice.vault"
    vault, _ = create_vault(folder, "Room 4", WAY, one_table, now=NOW)
    vault.close()
    kdf = parse((folder / "header.json").read_bytes()).header.slots[0].descriptor
    assert getattr(kdf, "kdf").cost_within(APP_COSTS) == STANDARD_COST  # noqa: B009
    open_vault(folder, WAY).close()


# Killed at any moment


def test_killed_at_any_step_there_is_no_vault_or_a_whole_one(tmp_path: Path) -> None:
    folder = tmp_path / "Practice.vault"

    def make() -> None:
        create_vault(
            folder, "Room 4", WAY, one_table, now=NOW, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS
        )

    outcomes: list[bool] = []
    step = 1
    while killed_at(step, make):
        outcomes.append(folder.exists())
        if folder.exists():
            open_vault(folder, WAY, costs=TEST_ONLY_COSTS).close()
            shutil.rmtree(folder)
        step += 1
    assert outcomes == sorted(outcomes)
    assert outcomes.count(False) > 20
    assert outcomes.count(True) >= 1
    assert names(tmp_path) == ["Practice.vault"]  # and nothing of the attempts before it
