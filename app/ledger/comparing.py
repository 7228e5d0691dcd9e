"""Compares an opened vault with its seal and its pin: a few reads, and nothing is written."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol
from uuid import UUID

from app.ledger import acceptance, repository
from app.ledger.entry import Entry
from app.ledger.standing import AskedPin, PinUnknown
from app.ledger.verdict import Found, History, Verdict, fits_pin, fits_seal, judge
from app.storage import drafts, meta, writes
from app.storage.transaction import Reader
from crypto.vault.pin import Pin
from crypto.vault.seal import SealState


class PinnedVault(Protocol):
    """What is asked of an open vault."""

    vault_id: UUID
    epoch: int

    @property
    def header_seq(self) -> int:
        """Which header is in force."""
        ...

    @property
    def header_sha256(self) -> bytes:
        """The hash of its file."""
        ...

    def read_seal(self) -> SealState | None:
        """What was sealed last."""
        ...

    def parse_pin(self, data: bytes) -> Pin | None:
        """What was pinned."""
        ...

    def settle(self) -> None:
        """Repairs and tidies up beside the database, once it may."""
        ...


@dataclass(frozen=True)
class Compared:
    """The verdict, and the entries that would name what does not fit, if it were accepted.

    `behind` is the verdict that then remains: one finding hides the others.
    """

    verdict: Verdict
    pin_compared: bool
    to_accept: tuple[Entry, ...]
    behind: Verdict


def compare(reader: Reader, vault: PinnedVault, asked: AskedPin) -> Compared:
    """Judges the vault as it lies there; raises VaultDamaged for a database without its counts."""
    pin = None if asked is None or isinstance(asked, PinUnknown) else vault.parse_pin(asked)
    history = History(partial(repository.head_at, reader), partial(writes.may_be_ours, reader))
    found = Found(
        database=meta.state(reader),
        drafts_sha256=drafts.digest(reader),
        epoch=vault.epoch,
        header_seq=vault.header_seq,
        header_sha256=vault.header_sha256,
        seal=vault.read_seal(),
        pin=pin,
    )
    to_accept: list[Entry] = []
    behind = found
    if found.pin is not None and not fits_pin(found, history):
        entry = acceptance.of_pin(vault.vault_id, found.pin)
        accepted = acceptance.generation_of(reader, entry)
        found = replace(found, pin_accepted=accepted is not None)
        behind = replace(found, pin_accepted=True)
        if accepted is None:
            to_accept.append(entry)
    if found.seal is not None and not fits_seal(found, history):
        entry = acceptance.of_seal(vault.vault_id, found.seal)
        accepted = acceptance.generation_of(reader, entry)
        last = accepted == found.database.generation
        found = replace(found, seal_accepted=accepted is not None, accepted_last=last)
        behind = replace(behind, seal_accepted=True, accepted_last=last or accepted is None)
        if accepted is None:
            to_accept.append(entry)
    verdict = judge(found, history)
    return Compared(verdict, pin is not None, tuple(to_accept), judge(behind, history))
