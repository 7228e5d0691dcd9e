import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from crypto.errors import (
    CryptoError,
    HeaderDamaged,
    HeaderTampered,
    HeaderVaultMismatch,
    KeyringBackendChanged,
    KeyringItemGone,
    KeyringTimeout,
    PassphraseWrong,
    RecoveryChecksum,
    RecoveryWordUnknown,
    RecoveryWrong,
    VaultDamaged,
    VaultInUse,
    VaultMissing,
    VaultTooNew,
)
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay, new_kit
from crypto.slots.slot import SlotKind
from crypto.vault.header import parse, render
from crypto.vault.header_files import write_header
from crypto.vault.seal import SealState
from crypto.vault.subkeys import Purpose, subkey
from crypto.vault.vault import find_repair, hold_secret, look_at, open_vault
from tests.crypto.conftest import FIRST_STATE, PASSPHRASE, ClosedVault, Create, Open, names
from tests.support.fake_key_store import FakeKeyStore

HEADERS = ("header.json", "header.copy.json")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def test_a_face_shows_what_may_be_known_while_locked(closed_vault: ClosedVault) -> None:
    before = files(closed_vault.folder)
    face = look_at(closed_vault.folder)
    assert face.folder == closed_vault.folder
    assert face.name == "Room 4"
    assert face.created_at.isoformat() == "2026-11-23T09:30:15+00:00"
    assert face.kinds == {SlotKind.KEYRING_PASSPHRASE, SlotKind.RECOVERY}
    assert (face.kit_number, face.kit_made_on) == (1, date(2026, 11, 23))
    assert not face.header_was_repaired
    assert files(closed_vault.folder) == before


def test_what_was_written_is_there_after_opening_again(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    vault.connection.execute("INSERT INTO kept VALUES ('kept')")
    vault.close()
    again = open_cheaply(closed_vault.folder, RecoveryWay(closed_vault.words))
    assert again.connection.execute("SELECT text FROM kept") == [("kept",)]
    assert (again.vault_id, again.name, again.epoch) == (vault.vault_id, "Room 4", 1)


@pytest.mark.parametrize("kind", [SlotKind.KEYRING, SlotKind.PASSPHRASE])
def test_each_way_in_opens_its_vault(
    tmp_path: Path, create: Create, open_cheaply: Open, kind: SlotKind
) -> None:
    store = FakeKeyStore()
    way = KeyringWay(store) if kind is SlotKind.KEYRING else PassphraseWay(PASSPHRASE)
    vault, _ = create(tmp_path / "Practice.vault", way)
    vault.close()
    assert look_at(tmp_path / "Practice.vault").kinds == {kind, SlotKind.RECOVERY}
    open_cheaply(tmp_path / "Practice.vault", way)


# Wrong secrets


def test_a_wrong_passphrase_is_told_and_the_right_one_opens_after_it(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    with pytest.raises(PassphraseWrong):
        open_cheaply(closed_vault.folder, KeyringPassphraseWay(closed_vault.store, "wrong"))
    open_cheaply(closed_vault.folder, closed_vault.way)


def test_a_passphrase_alone_does_not_open_what_needs_both(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    with pytest.raises(PassphraseWrong):
        open_cheaply(closed_vault.folder, PassphraseWay(PASSPHRASE))
    with pytest.raises(KeyringItemGone):
        open_cheaply(closed_vault.folder, KeyringWay(closed_vault.store))


def test_another_store_or_an_empty_one_is_told(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    elsewhere = FakeKeyStore("Other Keyring")
    with pytest.raises(KeyringBackendChanged):
        open_cheaply(closed_vault.folder, KeyringPassphraseWay(elsewhere, PASSPHRASE))
    closed_vault.store.items.clear()
    with pytest.raises(KeyringItemGone):
        open_cheaply(closed_vault.folder, closed_vault.way)


def test_the_words_of_another_kit_are_told_with_the_right_kits_number(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    with pytest.raises(RecoveryWrong) as error:
        open_cheaply(closed_vault.folder, RecoveryWay(new_kit(1, date(2026, 1, 1)).words))
    assert (error.value.kit_number, error.value.kit_made_on) == (1, date(2026, 11, 23))


def test_misordered_and_unknown_words_are_told(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    words = closed_vault.words
    with pytest.raises(RecoveryChecksum):
        open_cheaply(closed_vault.folder, RecoveryWay(words[:23]))
    with pytest.raises(RecoveryWordUnknown):
        open_cheaply(closed_vault.folder, RecoveryWay(("rubbish", *words[1:])))


def test_a_slip_on_paper_is_repaired(closed_vault: ClosedVault) -> None:
    words = closed_vault.words
    other = "zoo" if words[7] != "zoo" else "abandon"
    assert find_repair(closed_vault.folder, [*words[:7], other, *words[8:]]) == words
    assert find_repair(closed_vault.folder, [words[1], words[0], *words[2:]]) == words


def test_two_slips_are_not_repaired(closed_vault: ClosedVault) -> None:
    words = closed_vault.words
    assert find_repair(closed_vault.folder, [words[1], words[0], *words[-1:1:-1]]) is None
    assert find_repair(closed_vault.folder, words[:23]) is None


def test_the_app_refuses_the_cheap_cost(closed_vault: ClosedVault) -> None:
    with pytest.raises(HeaderTampered):
        open_vault(closed_vault.folder, closed_vault.way)


# One process at a time


def test_a_second_opener_is_told_before_its_secret_is_tried(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    first = open_cheaply(closed_vault.folder, closed_vault.way)
    with pytest.raises(VaultInUse):
        open_cheaply(closed_vault.folder, KeyringPassphraseWay(closed_vault.store, "wrong"))
    first.close()
    open_cheaply(closed_vault.folder, closed_vault.way)


def test_another_process_is_told_and_may_look(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from crypto.errors import VaultInUse\n"
        "from crypto.slots.passphrase import PassphraseWay\n"
        "from crypto.vault.vault import look_at, open_vault\n"
        "folder = Path(sys.argv[1])\n"
        "print(look_at(folder).name)\n"
        "try:\n"
        "    open_vault(folder, PassphraseWay('anything at all'))\n"
        "except VaultInUse:\n"
        "    print('in use')\n"
    )
    open_cheaply(closed_vault.folder, closed_vault.way)
    done = subprocess.run(
        [sys.executable, "-c", program, str(closed_vault.folder)],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stdout == "Room 4\nin use\n"


def test_a_failed_opening_gives_the_lock_up(closed_vault: ClosedVault, open_cheaply: Open) -> None:
    (closed_vault.folder / "vault-1.db").rename(closed_vault.folder / "away")
    with pytest.raises(VaultDamaged):
        open_cheaply(closed_vault.folder, closed_vault.way)
    (closed_vault.folder / "away").rename(closed_vault.folder / "vault-1.db")
    open_cheaply(closed_vault.folder, closed_vault.way)


def test_looking_and_opening_make_nothing_where_there_is_no_vault(
    tmp_path: Path, open_cheaply: Open
) -> None:
    for folder in (tmp_path, tmp_path / "gone"):
        with pytest.raises(VaultMissing):
            look_at(folder)
        with pytest.raises(VaultMissing):
            open_cheaply(folder, PassphraseWay(PASSPHRASE))
    assert names(tmp_path) == []


# Damage


@pytest.mark.parametrize("name", HEADERS)
def test_a_damaged_copy_of_the_header_is_told_and_repaired_by_opening(
    closed_vault: ClosedVault, open_cheaply: Open, name: str
) -> None:
    whole = files(closed_vault.folder)
    flip(closed_vault.folder / name, 100)
    assert look_at(closed_vault.folder).header_was_repaired
    open_cheaply(closed_vault.folder, closed_vault.way)
    assert files(closed_vault.folder)[name] == whole[name]
    assert not look_at(closed_vault.folder).header_was_repaired


@pytest.mark.parametrize("name", HEADERS)
def test_a_missing_copy_of_the_header_is_made_again(
    closed_vault: ClosedVault, open_cheaply: Open, name: str
) -> None:
    (closed_vault.folder / name).unlink()
    open_cheaply(closed_vault.folder, RecoveryWay(closed_vault.words))
    assert (closed_vault.folder / HEADERS[0]).read_bytes() == (
        closed_vault.folder / HEADERS[1]
    ).read_bytes()


def test_a_wrong_secret_repairs_nothing(closed_vault: ClosedVault, open_cheaply: Open) -> None:
    flip(closed_vault.folder / HEADERS[0], 100)
    damaged = files(closed_vault.folder)
    with pytest.raises(PassphraseWrong):
        open_cheaply(closed_vault.folder, KeyringPassphraseWay(closed_vault.store, "wrong"))
    assert files(closed_vault.folder) == damaged


def test_two_damaged_copies_cannot_be_opened(closed_vault: ClosedVault, open_cheaply: Open) -> None:
    for name in HEADERS:
        flip(closed_vault.folder / name, 100)
    with pytest.raises(HeaderDamaged):
        look_at(closed_vault.folder)
    with pytest.raises(HeaderDamaged):
        open_cheaply(closed_vault.folder, closed_vault.way)


def test_a_copy_left_behind_by_a_kill_is_brought_up_to_date(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    old = parse((closed_vault.folder / HEADERS[0]).read_bytes())
    vault.close()
    key = header_key(closed_vault, open_cheaply)
    new = render(msgspec.structs.replace(old.header, header_seq=2, name="Renamed"), key)
    (closed_vault.folder / HEADERS[1]).write_bytes(new.data)
    assert not look_at(closed_vault.folder).header_was_repaired
    assert open_cheaply(closed_vault.folder, closed_vault.way).name == "Renamed"
    assert (closed_vault.folder / HEADERS[0]).read_bytes() == new.data


def header_key(closed_vault: ClosedVault, open_cheaply: Open) -> SecretBytes:
    """What only this vault's key can make, for a test that plays the app."""
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    key = subkey(vault.vault_key, Purpose.HEADER, vault.vault_id, vault.epoch)
    vault.close()
    return key


def test_an_edited_header_is_told_after_the_secret_has_opened_it(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    header = parse((closed_vault.folder / HEADERS[0]).read_bytes()).header
    forged = msgspec.structs.replace(header, name="Forged", header_seq=9)
    for name in HEADERS:
        (closed_vault.folder / name).write_bytes(render(forged, SecretBytes(b"x" * 32)).data)
    with pytest.raises(HeaderTampered):
        open_cheaply(closed_vault.folder, closed_vault.way)


def test_the_database_of_another_vault_is_told(
    tmp_path: Path, closed_vault: ClosedVault, create: Create, open_cheaply: Open
) -> None:
    other, _ = create(tmp_path / "Other.vault", PassphraseWay(PASSPHRASE))
    other.close()
    (tmp_path / "Other.vault" / "vault-1.db").replace(closed_vault.folder / "vault-1.db")
    with pytest.raises(HeaderVaultMismatch):
        open_cheaply(closed_vault.folder, closed_vault.way)


@pytest.mark.parametrize("length", [0, 15, 16, 1000])
def test_a_cut_database_is_damage(
    closed_vault: ClosedVault, open_cheaply: Open, length: int
) -> None:
    os.truncate(closed_vault.folder / "vault-1.db", length)
    with pytest.raises(VaultDamaged):
        open_cheaply(closed_vault.folder, closed_vault.way)


@pytest.mark.parametrize(("place", "error"), [(0, HeaderVaultMismatch), (20, VaultDamaged)])
def test_a_flipped_bit_of_page_one_is_told(
    closed_vault: ClosedVault, open_cheaply: Open, place: int, error: type[CryptoError]
) -> None:
    flip(closed_vault.folder / "vault-1.db", place)
    with pytest.raises(error):
        open_cheaply(closed_vault.folder, closed_vault.way)


# The seal


def test_the_first_seal_pins_what_the_first_transaction_left(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    assert open_cheaply(closed_vault.folder, closed_vault.way).read_seal() == FIRST_STATE


def test_the_last_seal_is_the_one_that_is_read(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    state = SealState(2, 1, b"h" * 32, b"e" * 32)
    vault.write_seal(state)
    assert vault.read_seal() == state
    vault.close()
    assert open_cheaply(closed_vault.folder, closed_vault.way).read_seal() == state


def test_a_missing_or_changed_seal_is_none(closed_vault: ClosedVault, open_cheaply: Open) -> None:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    flip(closed_vault.folder / "seal-1", 170)
    assert vault.read_seal() is None
    (closed_vault.folder / "seal-1").unlink()
    assert vault.read_seal() is None


def test_a_seal_that_cannot_be_written_is_told(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    closed_vault.folder.rename(closed_vault.folder.with_name("Moved.vault"))
    with pytest.raises(VaultMissing):
        vault.write_seal(FIRST_STATE)


# The keyring's answer in hand, the reserve, the end


def test_with_the_answer_in_hand_the_store_is_not_asked_again(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    held = hold_secret(closed_vault.folder, closed_vault.store)
    closed_vault.store.failure = KeyringTimeout()
    open_cheaply(closed_vault.folder, KeyringPassphraseWay(held, PASSPHRASE))


def test_asking_the_store_neither_locks_nor_changes_the_vault(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    open_cheaply(closed_vault.folder, closed_vault.way)
    assert hold_secret(closed_vault.folder, closed_vault.store).name == "Test Keyring"


def test_the_reserve_is_given_up_and_taken_again_at_the_next_opening(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    assert vault.give_up_reserve()
    assert not vault.give_up_reserve()
    assert not (closed_vault.folder / "reserve").exists()
    vault.close()
    open_cheaply(closed_vault.folder, closed_vault.way)
    assert (closed_vault.folder / "reserve").exists()


def test_closing_wipes_the_keys_and_may_be_repeated(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    vault.close()
    vault.close()
    assert vault.vault_key.reveal() == vault._seal_key.reveal() == b""


# Files of another vault, and files that are gone


@pytest.fixture
def other(tmp_path: Path, create: Create) -> Path:
    """Another vault that the same passphrase opens."""
    folder = tmp_path / "Other.vault"
    vault, _ = create(folder, PassphraseWay(PASSPHRASE))
    key = vault.vault_key.reveal()
    # Its header counts further, so that it would be the newer one of two.
    fields = msgspec.structs.replace(vault.header, header_seq=9)
    with subkey(SecretBytes(key), Purpose.HEADER, vault.vault_id, vault.epoch) as header_key:
        write_header(folder, render(fields, header_key).data)
    vault.close()
    return folder


@pytest.mark.parametrize("name", HEADERS)
def test_a_copy_of_another_vaults_header_is_passed_over_and_repaired(
    tmp_path: Path, create: Create, open_cheaply: Open, other: Path, name: str
) -> None:
    folder = tmp_path / "Practice.vault"
    vault, words = create(folder, PassphraseWay(PASSPHRASE))
    vault.close()
    whole = files(folder)
    for way in (PassphraseWay(PASSPHRASE), RecoveryWay(words)):
        shutil.copy(other / name, folder / name)
        face = look_at(folder)
        assert (face.vault_id, face.header_was_repaired) == (vault.vault_id, True)
        again = open_cheaply(folder, way)
        assert again.header_was_damaged
        assert again.vault_id == vault.vault_id
        again.close()
        aside = {found: data for found, data in files(folder).items() if found.endswith(".aside")}
        assert list(aside.values()) == [files(other)[name]]
        assert files(folder) == whole | aside


def test_two_headers_of_another_vault_are_told_and_nothing_is_written(
    tmp_path: Path, create: Create, open_cheaply: Open, other: Path
) -> None:
    folder = tmp_path / "Practice.vault"
    vault, _ = create(folder, PassphraseWay(PASSPHRASE))
    vault.close()
    for name in HEADERS:
        shutil.copy(other / name, folder / name)
    before = files(folder)
    # Whatever the secret: it is not what is wrong.
    for way in (PassphraseWay(PASSPHRASE), PassphraseWay("wrong"), KeyringWay(FakeKeyStore())):
        with pytest.raises(HeaderVaultMismatch):
            open_cheaply(folder, way)
    assert files(folder) == before


def test_a_store_that_knows_nothing_of_another_vaults_header_is_not_blamed(
    closed_vault: ClosedVault, other: Path
) -> None:
    for name in HEADERS:
        shutil.copy(other / name, closed_vault.folder / name)
    with pytest.raises(HeaderVaultMismatch):
        hold_secret(closed_vault.folder, closed_vault.store)
    with pytest.raises(KeyringItemGone):
        hold_secret(other, closed_vault.store)


def scramble(path: Path, kept: int) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:kept] + os.urandom(len(data) - kept))


DAMAGE: dict[str, tuple[Callable[[Path], object], type[CryptoError]]] = {
    "no database": (lambda folder: (folder / "vault-1.db").unlink(), VaultDamaged),
    "an empty database": (lambda folder: os.truncate(folder / "vault-1.db", 0), VaultDamaged),
    "half a page": (lambda folder: os.truncate(folder / "vault-1.db", 2048), VaultDamaged),
    "random bytes": (lambda folder: scramble(folder / "vault-1.db", 0), HeaderVaultMismatch),
    "random bytes after the salt": (
        lambda folder: scramble(folder / "vault-1.db", 16),
        VaultDamaged,
    ),
    "a folder as database": (lambda folder: put_folder(folder / "vault-1.db"), VaultDamaged),
    "a later format": (
        lambda folder: put_headers(folder, b"UNDERROSE-VAULT 2\n{}\n"),
        VaultTooNew,
    ),
    "cut headers": (lambda folder: put_headers(folder, b"UNDERROSE-VAULT 1\n{"), HeaderDamaged),
    "empty headers": (lambda folder: put_headers(folder, b""), HeaderDamaged),
    "no headers": (
        lambda folder: [(folder / name).unlink() for name in HEADERS],
        VaultMissing,
    ),
    "one header cut, the other of a later format": (
        lambda folder: (
            (folder / HEADERS[0]).write_bytes(b""),
            (folder / HEADERS[1]).write_bytes(b"UNDERROSE-VAULT 2\n"),
        ),
        VaultTooNew,
    ),
}


def put_headers(folder: Path, data: bytes) -> None:
    for name in HEADERS:
        (folder / name).write_bytes(data)


def put_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("name", DAMAGE)
@pytest.mark.parametrize("read_only", [True, False])
def test_each_damage_has_its_class_and_nothing_is_changed(
    closed_vault: ClosedVault, name: str, read_only: bool
) -> None:
    damage, told = DAMAGE[name]
    damage(closed_vault.folder)
    before = files(closed_vault.folder)
    for way in (closed_vault.way, RecoveryWay(closed_vault.words)):
        with pytest.raises(CryptoError) as error:
            open_vault(closed_vault.folder, way, costs=TEST_ONLY_COSTS, read_only=read_only)
        assert type(error.value) is told
    assert files(closed_vault.folder) == before
