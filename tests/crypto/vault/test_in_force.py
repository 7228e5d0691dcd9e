from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from msgspec import structs

from crypto.errors import (
    CryptoError,
    HeaderTampered,
    KeyringItemGone,
    KeyringTimeout,
    PassphraseWrong,
    RecoveryChecksum,
    RecoveryWrong,
)
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.open_slot import Slot, make_slot
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import NewKit, RecoveryWay, new_kit
from crypto.slots.slot import NewWay, Way
from crypto.vault.header import Header, WrittenHeader, render
from crypto.vault.header_files import COPIES, read_header
from crypto.vault.in_force import InForce, open_in_force
from crypto.vault.subkeys import Purpose, subkey
from tests.crypto.vault.test_header import header
from tests.support.fake_key_store import FakeKeyStore

VAULT = UUID("b2c60a37-3c9a-4f0b-a52c-0d5d4f0b6c11")
KEY, STRANGE_KEY = SecretBytes(b"v" * 32), SecretBytes(b"x" * 32)
WAY, NEW_WAY = PassphraseWay("correct horse battery"), PassphraseWay("staple battery horse")


def kit_slot(kit: NewKit, key: SecretBytes = KEY) -> Slot:
    return make_slot(key, kit.enrolment, VAULT)


def way_slot(way: NewWay, key: SecretBytes = KEY) -> Slot:
    return make_slot(key, way.enrol(VAULT, TEST_ONLY_COST), VAULT)


def written(*slots: Slot, seq: int, epoch: int = 1, key: SecretBytes = KEY) -> WrittenHeader:
    fields = structs.replace(header(), slots=slots, header_seq=seq, epoch=epoch)
    with subkey(key, Purpose.HEADER, VAULT, epoch) as header_key:
        return render(fields, header_key)


KIT = new_kit(1, date(2026, 11, 23))
OLD = written(way_slot(WAY), kit_slot(KIT), seq=5)
CHANGED = written(way_slot(NEW_WAY), kit_slot(KIT), seq=6)


def in_force(
    folder: Path, way: Way, main: WrittenHeader | None, copy: WrittenHeader | None
) -> InForce:
    for name, each in zip(COPIES, (main, copy), strict=True):
        (folder / name).write_bytes(b"" if each is None else each.data)
    return open_in_force(read_header(folder), way, TEST_ONLY_COSTS)


def test_two_copies_that_are_one_open_by_any_secret(tmp_path: Path) -> None:
    for way in (WAY, RecoveryWay(KIT.words)):
        found = in_force(tmp_path, way, OLD, OLD)
        assert (found.written, found.opened.vault_key, found.damaged) == (OLD, KEY, False)


def test_a_damaged_copy_is_told(tmp_path: Path) -> None:
    assert in_force(tmp_path, WAY, None, OLD).damaged
    assert in_force(tmp_path, WAY, OLD, None).damaged


@pytest.mark.parametrize("newer_first", [True, False])
def test_the_newer_copy_is_in_force_and_a_kill_is_no_damage(
    tmp_path: Path, newer_first: bool
) -> None:
    pair = (CHANGED, OLD) if newer_first else (OLD, CHANGED)
    for way in (NEW_WAY, RecoveryWay(KIT.words)):
        found = in_force(tmp_path, way, *pair)
        assert (found.written, found.damaged) == (CHANGED, False)


@pytest.mark.parametrize("newer_first", [True, False])
def test_a_secret_that_the_newer_copy_retired_opens_nothing(
    tmp_path: Path, newer_first: bool
) -> None:
    pair = (CHANGED, OLD) if newer_first else (OLD, CHANGED)
    with pytest.raises(PassphraseWrong):
        in_force(tmp_path, WAY, *pair)
    renewed = written(way_slot(WAY), kit_slot(new_kit(2, date(2026, 11, 28))), seq=6)
    with pytest.raises(RecoveryWrong):
        in_force(tmp_path, RecoveryWay(KIT.words), renewed, OLD)


# What somebody without the vault key may put in the place of a copy
def resealed(fields: Header) -> WrittenHeader:
    return render(fields, STRANGE_KEY)


_OTHER_KIT = new_kit(9, date(2026, 11, 28))
FORGERIES = {
    "renamed": resealed(structs.replace(OLD.header, name="Forged", header_seq=9)),
    "of the same number": resealed(structs.replace(OLD.header, name="Forged")),
    "older": resealed(structs.replace(OLD.header, name="Forged", header_seq=4)),
    "with other slots": written(way_slot(NEW_WAY), kit_slot(_OTHER_KIT), seq=9, key=STRANGE_KEY),
    "of a later epoch": resealed(structs.replace(OLD.header, epoch=2, header_seq=9)),
    "with a costly derivation": written(
        structs.replace(
            OLD.header.slots[0],
            descriptor=structs.replace(
                OLD.header.slots[0].descriptor,
                kdf=structs.replace(
                    getattr(OLD.header.slots[0].descriptor, "kdf"), memory_kib=2**32 - 1  # noqa: B009
                ),
            ),
        ),
        kit_slot(KIT),
        seq=9,
        key=STRANGE_KEY,
    ),
    "with a changed wrap": written(
        structs.replace(OLD.header.slots[0], wrap=CHANGED.header.slots[0].wrap),
        OLD.header.slots[1],
        seq=9,
        key=STRANGE_KEY,
    ),
    "with a changed descriptor": written(
        OLD.header.slots[0],
        structs.replace(
            OLD.header.slots[1],
            descriptor=structs.replace(OLD.header.slots[1].descriptor, kit_number=7),
        ),
        seq=9,
        key=STRANGE_KEY,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGERIES)
@pytest.mark.parametrize("first", [True, False])
def test_a_forged_copy_locks_nobody_out_and_is_told(tmp_path: Path, name: str, first: bool) -> None:
    pair = (FORGERIES[name], OLD) if first else (OLD, FORGERIES[name])
    for way in (WAY, RecoveryWay(KIT.words)):
        found = in_force(tmp_path, way, *pair)
        assert (found.written, found.opened.vault_key) == (OLD, KEY)
        assert found.damaged


@pytest.mark.parametrize("name", FORGERIES)
def test_a_wrong_secret_beside_a_forged_copy_is_still_a_wrong_secret(
    tmp_path: Path, name: str
) -> None:
    wrong = PassphraseWay("wrong horse battery")
    with pytest.raises(PassphraseWrong):
        in_force(tmp_path, wrong, FORGERIES[name], OLD)


def test_a_slot_that_was_put_back_into_a_forged_copy_opens_nothing(tmp_path: Path) -> None:
    back = resealed(structs.replace(OLD.header, header_seq=9))
    with pytest.raises(CryptoError) as error:
        in_force(tmp_path, WAY, back, CHANGED)
    assert type(error.value) is HeaderTampered


@pytest.mark.parametrize("name", ["renamed", "of a later epoch"])
def test_when_the_key_wrote_neither_copy_nothing_opens(tmp_path: Path, name: str) -> None:
    other = resealed(structs.replace(OLD.header, name="Also forged", header_seq=8))
    for pair in ((FORGERIES[name], other), (FORGERIES[name], None), (None, FORGERIES[name])):
        with pytest.raises(CryptoError) as error:
            in_force(tmp_path, WAY, *pair)
        assert type(error.value) is HeaderTampered


def test_what_is_wrong_with_the_answer_itself_stops_at_once(tmp_path: Path) -> None:
    store = FakeKeyStore()
    kept = written(way_slot(KeyringWay(store)), kit_slot(KIT), seq=6)
    store.failure = KeyringTimeout()
    with pytest.raises(KeyringTimeout):
        in_force(tmp_path, KeyringWay(store), kept, OLD)
    with pytest.raises(RecoveryChecksum):
        in_force(tmp_path, RecoveryWay(KIT.words[:23]), CHANGED, OLD)


def test_a_half_that_only_the_good_copy_names_is_found(tmp_path: Path) -> None:
    store = FakeKeyStore()
    good = written(way_slot(KeyringWay(store)), kit_slot(KIT), seq=5)
    forged = written(way_slot(NEW_WAY), kit_slot(KIT), seq=9, key=STRANGE_KEY)
    assert in_force(tmp_path, KeyringWay(store), forged, good).written == good
    with pytest.raises(KeyringItemGone):
        in_force(tmp_path, KeyringWay(FakeKeyStore()), forged, good)
