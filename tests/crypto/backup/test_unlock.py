from typing import cast

import pytest
from msgspec import structs

from crypto.backup.blocks import offset_of, read_blocks
from crypto.backup.header import BLOCK_BYTES, BackupHeader, render
from crypto.backup.rewrap import rewrap
from crypto.backup.slots import BackupSlot
from crypto.backup.unlock import (
    ByPassphrase,
    ByRoot,
    ByWords,
    find_backup_repair,
    unlock_backup,
)
from crypto.errors import (
    BackupDamaged,
    BackupMissing,
    PassphraseWrong,
    RecoveryChecksum,
    RecoveryWordUnknown,
    RecoveryWrong,
)
from crypto.primitives import kdf
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.passphrase import PassphraseSlot
from crypto.slots.recovery import RecoverySlot, new_kit
from crypto.vault.backup_root import backup_root
from tests.crypto.backup.conftest import KIT_DATE, Edit, MadeBackup
from tests.crypto.backup.test_blocks import NOISE, overwrite

STRANGER = SecretBytes(b"s" * 32)


@pytest.mark.parametrize("way", ["root", "words", "passphrase"])
def test_every_way_opens_it(backup: MadeBackup, way: str) -> None:
    assert unlock_backup(backup.path, backup.ways[way], TEST_ONLY_COSTS) == backup.key


@pytest.mark.parametrize("block", [0, 1])
def test_a_damaged_block_hinders_nobody(backup: MadeBackup, edit: Edit, block: int) -> None:
    edit(overwrite(block, NOISE))
    for way in backup.ways.values():
        assert unlock_backup(backup.path, way, TEST_ONLY_COSTS) == backup.key


def test_other_words_are_told_with_the_kit_that_would_open_it(backup: MadeBackup) -> None:
    other = new_kit(1, KIT_DATE).words
    for way in (ByWords(other), ByRoot(STRANGER)):
        with pytest.raises(RecoveryWrong) as told:
            unlock_backup(backup.path, way)
        assert (told.value.kit_number, told.value.kit_made_on) == (1, KIT_DATE)


def test_words_that_are_none_are_told(backup: MadeBackup) -> None:
    with pytest.raises(RecoveryWordUnknown) as told:
        unlock_backup(backup.path, ByWords(("abandon", "hosue", *backup.words[2:])))
    assert (told.value.position, told.value.suggestion) == (2, "horse")
    with pytest.raises(RecoveryChecksum):
        unlock_backup(backup.path, ByWords(backup.words[:23]))


def test_a_slip_in_the_words_is_found(backup: MadeBackup) -> None:
    left, right, *rest = backup.words
    assert find_backup_repair(backup.path, (right, left, *rest)) == backup.words
    assert find_backup_repair(backup.path, new_kit(1, KIT_DATE).words) is None


def test_another_passphrase_is_wrong_and_without_one_every_is(
    backup: MadeBackup, edit: Edit
) -> None:
    with pytest.raises(PassphraseWrong):
        unlock_backup(backup.path, ByPassphrase("a box of new letters"), TEST_ONLY_COSTS)
    with pytest.raises(PassphraseWrong):  # no text at all
        unlock_backup(backup.path, ByPassphrase("\ud800"), TEST_ONLY_COSTS)
    header = structs.replace(backup.header, slots=backup.header.slots[:1])
    put(edit, header, backup.key)
    with pytest.raises(PassphraseWrong):
        unlock_backup(backup.path, backup.ways["passphrase"], TEST_ONLY_COSTS)


def test_a_derivation_that_no_reader_should_run_is_refused_before_it_runs(
    backup: MadeBackup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(**_: object) -> None:
        pytest.fail("it ran")

    monkeypatch.setattr(kdf, "Argon2id", run)
    with pytest.raises(BackupDamaged):
        unlock_backup(backup.path, backup.ways["passphrase"])  # the app's own costs


def test_a_block_that_the_key_has_not_written_is_damaged(backup: MadeBackup, edit: Edit) -> None:
    put(edit, structs.replace(backup.header, name="Another room"), STRANGER)
    for way in backup.ways.values():
        with pytest.raises(BackupDamaged) as told:
            unlock_backup(backup.path, way, TEST_ONLY_COSTS)
        assert type(told.value) is BackupDamaged


def test_a_slot_that_was_edited_is_damaged(backup: MadeBackup, edit: Edit) -> None:
    recovery, passphrase = backup.header.slots
    wrap = recovery.wrap
    other = type(wrap)(wrap.salt, wrap.commitment, b"n" * 12, wrap.ciphertext)
    slots = (BackupSlot(recovery.descriptor, other), passphrase)
    put(edit, structs.replace(backup.header, slots=slots), STRANGER)
    with pytest.raises(BackupDamaged):
        unlock_backup(backup.path, backup.ways["words"])


def test_a_forged_newer_block_locks_nobody_out(backup: MadeBackup, edit: Edit) -> None:
    descriptor = cast(RecoverySlot, backup.header.slots[0].descriptor)
    other_kit = structs.replace(descriptor, kit_number=7)
    slots = (BackupSlot(other_kit, backup.header.slots[0].wrap), backup.header.slots[1])
    forged = render(structs.replace(backup.header, seq=9, slots=slots), STRANGER)
    edit(overwrite(0, forged.data))
    for way in backup.ways.values():
        assert unlock_backup(backup.path, way, TEST_ONLY_COSTS) == backup.key


def test_an_old_kit_opens_nothing_once_a_newer_block_is_proven(
    backup: MadeBackup, edit: Edit
) -> None:
    old = read_blocks(backup.path).newest.data
    kit = new_kit(2, KIT_DATE)
    root = backup_root(kit.words, backup.vault.vault_id, 2)
    rewrap(backup.path, ByRoot(backup.root), root, 2, KIT_DATE)
    edit(overwrite(1, old))  # as a kill between the two leaves it
    assert unlock_backup(backup.path, ByWords(kit.words)) == backup.key
    with pytest.raises(RecoveryWrong) as told:
        unlock_backup(backup.path, ByWords(backup.words))
    assert told.value.kit_number == 2
    assert unlock_backup(backup.path, backup.ways["passphrase"], TEST_ONLY_COSTS) == backup.key


def test_a_file_that_is_gone_is_missing(backup: MadeBackup) -> None:
    backup.path.unlink()
    with pytest.raises(BackupMissing):
        unlock_backup(backup.path, backup.ways["words"])


def test_no_way_shows_its_secret(backup: MadeBackup) -> None:
    shown = " ".join(repr(way) for way in backup.ways.values())
    assert backup.words[0] not in shown
    assert "letters" not in shown
    assert backup.root.reveal().hex() not in shown
    assert any(isinstance(each.descriptor, PassphraseSlot) for each in backup.header.slots)


def put(edit: Edit, header: BackupHeader, key: SecretBytes) -> None:
    block = render(header, key).data

    def change(data: bytearray) -> None:
        data[offset_of(0, len(data)) :] = block * (2 * BLOCK_BYTES // len(block))

    edit(change)
