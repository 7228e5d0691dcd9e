"""Opening a backup: by the words of its kit, by the root that they give, or by its passphrase."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crypto.backup.blocks import FoundBlocks, read_blocks
from crypto.backup.header import BackupHeader, WrittenBlock
from crypto.backup.slots import BackupSlot, unwrap
from crypto.errors import (
    BackupDamaged,
    CryptoError,
    HeaderTampered,
    PassphraseWrong,
    RecoveryWrong,
    WrongSecret,
)
from crypto.primitives.kdf import APP_COSTS, CostRange
from crypto.secret import SecretBytes
from crypto.slots.passphrase import PassphraseSlot, derive
from crypto.slots.recovery import RecoverySlot, repairs
from crypto.vault.backup_root import backup_root


@dataclass(frozen=True)
class ByRoot:
    """Opens with the root of a kit, which the open vault keeps. Whoever has it, wipes it."""

    root: SecretBytes


@dataclass(frozen=True)
class ByWords:
    """Opens with the 24 words of the kit that is named on the backup."""

    words: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class ByPassphrase:
    """Opens with the passphrase that this backup was given, if it was."""

    text: str = field(repr=False)


BackupWay = ByRoot | ByWords | ByPassphrase


def unlock_backup(path: Path, way: BackupWay, costs: CostRange = APP_COSTS) -> SecretBytes:
    """The key of a backup, which has written what the file says of itself. Slow by a passphrase.

    Raises RecoveryWordUnknown, RecoveryChecksum, RecoveryWrong, PassphraseWrong, BackupDamaged,
    and what `look_at_backup` raises.
    """
    return unlock_found(read_blocks(path), way, costs)[1]


def find_backup_repair(path: Path, words: Sequence[str]) -> tuple[str, ...] | None:
    """The 24 words that open a backup, when the given ones are a single slip away from them.

    Raises RecoveryWordUnknown and what `look_at_backup` raises.
    """
    found = read_blocks(path)
    for candidate in repairs(words):
        try:
            unlock_found(found, ByWords(candidate))[1].wipe()
        except (WrongSecret, BackupDamaged):
            continue
        return candidate
    return None


def unlock_found(
    found: FoundBlocks, way: BackupWay, costs: CostRange = APP_COSTS
) -> tuple[WrittenBlock, SecretBytes]:
    """The block in force and the key; as with the copies of a vault's header.

    A newer block that was forged is passed over. Once a newer one is proven its answer stands:
    the kit that was retired in it opens nothing any more.
    """
    failures: list[tuple[WrittenBlock, CryptoError]] = []
    for written in found.candidates:
        try:
            key = _key(written.header, way, costs)
        except (WrongSecret, BackupDamaged) as error:
            failures.append((written, error))
            continue
        for newer, error in failures:
            if newer.is_written_with(key):
                key.wipe()
                raise error
        if written.is_written_with(key):
            return written, key
        key.wipe()
        failures.append((written, _NotOurs()))
    raise _most_telling([error for _, error in failures])


class _NotOurs(BackupDamaged):
    """The key is known, and it did not write this block: no retry with another secret helps."""


def _most_telling(errors: list[CryptoError]) -> CryptoError:
    if any(isinstance(error, _NotOurs) for error in errors):
        return BackupDamaged()
    # A slip of the hand is told before what is wrong with one of two blocks.
    return next((each for each in errors if not isinstance(each, BackupDamaged)), errors[0])


def _key(header: BackupHeader, way: BackupWay, costs: CostRange) -> SecretBytes:
    if isinstance(way, ByPassphrase):
        return _by_passphrase(header, way.text, costs)
    slot = next(each for each in header.slots if isinstance(each.descriptor, RecoverySlot))
    if isinstance(way, ByRoot):
        return _by_root(header, slot, way.root)
    with backup_root(way.words, header.vault_id, header.kit_number) as root:
        return _by_root(header, slot, root)


def _by_root(header: BackupHeader, slot: BackupSlot, root: SecretBytes) -> SecretBytes:
    try:
        return unwrap(slot, root, header.vault_id, header.backup_id)
    except WrongSecret:
        raise RecoveryWrong(header.kit_number, header.kit_made_on) from None


def _by_passphrase(header: BackupHeader, text: str, costs: CostRange) -> SecretBytes:
    for slot in header.slots:
        descriptor = slot.descriptor
        if not isinstance(descriptor, PassphraseSlot):
            continue
        try:
            cost = descriptor.kdf.cost_within(costs)
        except HeaderTampered:
            raise BackupDamaged from None
        with derive(text, descriptor.kdf, cost) as material:
            try:
                return unwrap(slot, material, header.vault_id, header.backup_id)
            except WrongSecret:
                raise PassphraseWrong from None
    raise PassphraseWrong
