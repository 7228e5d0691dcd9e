"""`underrose check` says what is wrong with a vault, by its exit code too, and writes nothing."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.check.command import check_vault
from app.every_command.secret import Secret, by_keyring, by_passphrase, by_words
from app.ledger.standing import PIN_UNKNOWN
from crypto.errors import KeyringMissing
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.change_slots import add_way
from crypto.vault.pin import keep_pin
from tests.support.fixed_clock import FixedClock
from tests.support.kept_vaults import DATABASE, HEADERS, SEAL, KeptVault
from tests.support.workspaces import PASSPHRASE, add_client

FindSecret = Callable[[], Secret | None]


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> KeptVault:
    """Has a client, a second one since the copy "old", and this computer's pin."""
    vault = KeptVault(tmp_path, clock)
    for name in ("Amara Osei", "Bo"):
        vault.copy("old")
        workspace = vault.open()
        add_client(workspace, name)
        pin = workspace.pin_to_keep()
        workspace.close()
        assert pin is not None
        keep_pin(vault.store, pin)
    return vault


def found_out(
    vault: KeptVault, capsys: pytest.CaptureFixture[str], find: FindSecret = lambda: None
) -> tuple[int, dict[str, Any]]:
    code = check_vault(vault.folder, find, as_json=True, costs=TEST_ONLY_COSTS)
    return code, json.loads(capsys.readouterr().out)


def keyring(vault: KeptVault) -> FindSecret:
    return lambda: by_keyring(vault.folder, lambda: vault.store)


def test_a_sound_vault_is_in_order(vault: KeptVault, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path.name: path.read_bytes() for path in vault.folder.iterdir() if path.is_file()}
    code, told = found_out(vault, capsys, keyring(vault))
    assert code == 0
    assert told["sound"]
    assert told["inside"]["verdict"] == "as_left"
    assert told["inside"]["pin_compared"]
    assert told["inside"]["entries"] == told["inside"]["found"]
    assert told["inside"]["faults"] == []
    after = {path.name: path.read_bytes() for path in vault.folder.iterdir() if path.is_file()}
    assert after == before


def test_without_a_secret_the_outside_is_told(
    vault: KeptVault, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = found_out(vault, capsys)
    assert code == 0
    assert told["inside"] is None
    assert told["header"]["copies"] == dict.fromkeys(HEADERS, "sound")
    assert told["header"]["ways_in"] == ["keyring", "recovery"]
    assert (told["database"], told["seal"]) == ("there", "there")


@pytest.mark.parametrize("name", HEADERS)
@pytest.mark.parametrize(
    ("data", "state"), [(None, "missing"), (b"x", "damaged"), (b"UNDERROSE-VAULT 2\n", "too_new")]
)
def test_a_copy_of_the_header_that_is_not_sound_is_told(
    vault: KeptVault,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes | None,
    state: str,
) -> None:
    if data is None:
        (vault.folder / name).unlink()
    else:
        (vault.folder / name).write_bytes(data)
    code, told = found_out(vault, capsys)
    assert code == 13
    assert told["header"]["copies"][name] == state


@pytest.mark.parametrize(
    ("file", "keep", "state"),
    [(DATABASE, None, "missing"), (DATABASE, 5000, "cut_off"), (DATABASE, 9, "cut_off"),
     (SEAL, None, "missing"), (SEAL, 100, "cut_off")],
)  # fmt: skip
def test_a_file_that_is_gone_or_cut_off_is_told_without_a_secret(
    vault: KeptVault, capsys: pytest.CaptureFixture[str], file: str, keep: int | None, state: str
) -> None:
    path = vault.folder / file
    data = path.read_bytes()
    path.unlink()
    if keep is not None:
        path.write_bytes(data[:keep])
    code, told = found_out(vault, capsys)
    assert code == 13
    assert told["database" if file == DATABASE else "seal"] == state


def test_a_database_of_another_vault_is_told_without_a_secret(
    vault: KeptVault, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = KeptVault(tmp_path / "other")
    (vault.folder / DATABASE).write_bytes((other.folder / DATABASE).read_bytes())
    code, told = found_out(vault, capsys)
    assert (code, told["database"]) == (13, "of_another_vault")


def test_an_older_folder_is_told_by_this_computers_pin(
    vault: KeptVault, capsys: pytest.CaptureFixture[str]
) -> None:
    vault.put_back("old")
    code, told = found_out(vault, capsys, keyring(vault))
    assert (code, told["inside"]["verdict"]) == (13, "rolled_back")
    code, told = found_out(vault, capsys, lambda: by_words(" ".join(vault.words)))
    assert (code, told["inside"]["pin_compared"]) == (0, False)


def test_a_changed_record_is_told_by_its_entry(
    vault: KeptVault, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = vault.open()
    workspace._vault.connection.execute("UPDATE clients SET needs = 'secret' WHERE name = 'Bo'")
    workspace.close()
    code, told = found_out(vault, capsys, keyring(vault))
    assert code == 13
    (fault,) = told["inside"]["faults"]
    assert (fault["problem"], fault["family"]) == ("row_changed", "client")
    code = check_vault(vault.folder, keyring(vault), as_json=False, costs=TEST_ONLY_COSTS)
    said = capsys.readouterr().out
    assert "row_changed client" in said
    assert said.endswith("NOT SOUND\n")
    assert "secret" not in said


def test_a_flipped_bit_in_any_page_is_told(
    vault: KeptVault, capsys: pytest.CaptureFixture[str]
) -> None:
    path = vault.folder / DATABASE
    data = path.read_bytes()
    for page in range(1, len(data) // 4096, 7):
        flipped = bytearray(data)
        flipped[page * 4096 + 2000] ^= 1
        path.write_bytes(flipped)
        code, told = found_out(vault, capsys, keyring(vault))
        assert code == 13, page
        assert not told["sound"]


def test_a_vault_that_is_open_is_left_alone(
    vault: KeptVault, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = vault.open()
    code, told = found_out(vault, capsys, keyring(vault))
    assert (code, told["error"]) == (11, "VaultInUse")
    workspace.close()


def test_no_vault_is_not_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = check_vault(tmp_path, lambda: None, as_json=False, costs=TEST_ONLY_COSTS)
    assert (code, capsys.readouterr().err) == (10, "There is no vault there.\n")


def test_a_wrong_passphrase_is_a_wrong_secret(
    vault: KeptVault, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = vault.open()
    way = PassphraseWay(PASSPHRASE)
    add_way(workspace._vault, way, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
    workspace.close()

    def by(passphrase: str) -> FindSecret:
        return lambda: by_passphrase(vault.folder, passphrase, lambda: vault.store)

    assert found_out(vault, capsys, by(PASSPHRASE))[0] == 0
    assert found_out(vault, capsys, by("something else altogether"))[0] == 12


def test_wrong_words_and_a_missing_store_are_wrong_secrets(
    vault: KeptVault, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_store() -> KeyStore:
        raise KeyringMissing

    assert found_out(vault, capsys, lambda: by_words("house " * 24))[0] == 12
    assert found_out(vault, capsys, lambda: by_words("hosue"))[0] == 12
    assert found_out(vault, capsys, lambda: by_keyring(vault.folder, no_store))[0] == 12


def test_a_vault_of_an_earlier_version_is_checked_as_it_is(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frozen = root / "tests" / "vectors" / "vault-format-1"
    shutil.copytree(frozen / "vault", tmp_path / "vault")
    passphrase = json.loads((frozen / "contents.json").read_text("utf-8"))["passphrase"]
    before = (tmp_path / "vault" / DATABASE).read_bytes()
    secret = Secret(PassphraseWay(passphrase), PIN_UNKNOWN)
    code = check_vault(tmp_path / "vault", lambda: secret, as_json=True)
    assert code == 0, capsys.readouterr().out
    assert (tmp_path / "vault" / DATABASE).read_bytes() == before
