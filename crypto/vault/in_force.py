"""Which of the header's copies is in force: the newest that the vault key has written."""

from dataclasses import dataclass

from crypto.errors import (
    CryptoError,
    HeaderTampered,
    KeyringBackendChanged,
    KeyringItemGone,
    WrongSecret,
)
from crypto.primitives.kdf import CostRange
from crypto.secret import SecretBytes
from crypto.slots.open_slot import Opened, open_slot
from crypto.slots.slot import Way
from crypto.vault.header import Header, WrittenHeader
from crypto.vault.header_files import FoundHeader
from crypto.vault.subkeys import Purpose, subkey

# What a copy that somebody changed may make a good secret look like.
_MAY_BE_THE_COPY = (WrongSecret, HeaderTampered, KeyringItemGone, KeyringBackendChanged)


@dataclass(frozen=True)
class InForce:
    """The header that a way in has opened, and how."""

    written: WrittenHeader
    opened: Opened
    damaged: bool  # another copy is missing, unreadable, or was not written by the app
    not_ours: tuple[WrittenHeader, ...] = ()  # copies that can be read, and this key did not write


def open_in_force(found: FoundHeader, way: Way, costs: CostRange) -> InForce:
    """Opens the newest copy whose HMAC is right under the vault key that the way in gives.

    A newer copy that was forged is passed over, so that nobody is locked out by it. An older one
    that a kill left behind opens nothing: once a newer one is proven, its answer stands. Raises
    as `open_slot`, and HeaderTampered when the key is known but wrote none of the copies.
    """
    failures: list[tuple[WrittenHeader, CryptoError]] = []
    for written in found.candidates:
        header = written.header
        try:
            opened = open_slot(way, header.slots, header.vault_id, costs)
        except _MAY_BE_THE_COPY as error:
            failures.append((written, error))
            continue
        if not written_with(written, opened.vault_key):
            opened.vault_key.wipe()
            failures.append((written, _NotOurs()))
            continue
        for newer, error in failures:
            if written_with(newer, opened.vault_key):
                opened.vault_key.wipe()
                raise error
        copies = (*found.candidates, *found.strange)
        not_ours = tuple(each for each in copies if not written_with(each, opened.vault_key))
        return InForce(written, opened, found.one_unusable or not_ours != (), not_ours)
    raise _most_telling([error for _, error in failures])


def written_with(written: WrittenHeader, vault_key: SecretBytes) -> bool:
    """Whether whoever wrote these bytes had the vault key."""
    header: Header = written.header
    with subkey(vault_key, Purpose.HEADER, header.vault_id, header.epoch) as key:
        try:
            written.check_mac(key)
        except HeaderTampered:
            return False
    return True


class _NotOurs(HeaderTampered):
    """The key is known, and it did not write this copy: no retry with another secret helps."""


def _most_telling(errors: list[CryptoError]) -> CryptoError:
    if any(isinstance(error, _NotOurs) for error in errors):
        return HeaderTampered()
    # A slip of the hand is told before what is wrong with one of two copies.
    return next((each for each in errors if not isinstance(each, HeaderTampered)), errors[0])
