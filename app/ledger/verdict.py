"""Judges how an opened vault stands against its seal and this computer's pin: a pure table."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from crypto.vault.pin import Pin
from crypto.vault.seal import SealState


@dataclass(frozen=True)
class History:
    """What the database knows of its past.

    `head_at` gives its head at a generation; `went_through` says whether a write left a state,
    as far as that is kept.
    """

    head_at: Callable[[int], bytes | None]
    went_through: Callable[[SealState], bool]


class VerdictKind(StrEnum):
    """How a vault stands (crypto/FORMAT.md §7)."""

    AS_LEFT = "as_left"
    UNSEALED = "unsealed"  # killed after a commit and before its seal
    SEAL_BEHIND = "seal_behind"
    SEAL_DAMAGED = "seal_damaged"
    ROLLED_BACK = "rolled_back"
    FORKED = "forked"
    HEADER_ROLLED_BACK = "header_rolled_back"
    HEADER_FORKED = "header_forked"
    DAMAGED = "damaged"


@dataclass(frozen=True)
class Verdict:
    """`known` is the entry that seal or pin know, `found` the database's newest.

    For the two header kinds both count headers (`header_seq`) instead. `write_behind` says that
    just one write is missing, as after a power cut. `vouched` says that a pin fits. `pin_known`
    says that the pin does not fit, and that the coach has accepted just that before.
    """

    kind: VerdictKind
    known: int
    found: int
    write_behind: bool = False
    vouched: bool = False
    pin_known: bool = False

    @property
    def needs_answer(self) -> bool:
        """Whether nothing may be written before the coach has said what to do."""
        if self.kind is VerdictKind.SEAL_DAMAGED:
            return not self.vouched
        return self.kind not in _GOES_ON

    @property
    def needs_full_check(self) -> bool:
        """Whether everything is to be checked before there is a new seal."""
        return self.kind in {VerdictKind.SEAL_BEHIND, VerdictKind.SEAL_DAMAGED}


_GOES_ON = {VerdictKind.AS_LEFT, VerdictKind.UNSEALED, VerdictKind.SEAL_BEHIND}


@dataclass(frozen=True)
class Found:
    """What an opened vault holds: the database's state, and what vouches for it.

    `database` is what a seal of the database would pin; `drafts_sha256` is what its drafts hash
    to. `seal` is None when it is missing or not this vault's, `pin` when there is none or it
    can't be asked for. `pin_accepted` and `seal_accepted` say that an entry of the chain names
    them as what the coach went on without; `accepted_last` that this entry is the newest.
    """

    database: SealState
    drafts_sha256: bytes
    epoch: int
    header_seq: int
    header_sha256: bytes
    seal: SealState | None
    pin: Pin | None
    pin_accepted: bool = False
    seal_accepted: bool = False
    accepted_last: bool = False


def judge(found: Found, history: History) -> Verdict:
    """The verdict; the first match wins."""
    pin = None if found.pin_accepted else found.pin
    verdict = (
        (pin and _against_pin(found, pin, history))
        or (pin and _against_header(found, pin))
        or _against_seal(found, history)
    )
    return replace(
        verdict,
        vouched=pin is not None and fits_pin(found, history),
        pin_known=found.pin is not None and found.pin_accepted,
    )


def fits_pin(found: Found, history: History) -> bool:
    """Whether the pin, if there is one, vouches for header and database."""
    pin = found.pin
    return pin is not None and not (
        _against_pin(found, pin, history) or _against_header(found, pin)
    )


def fits_seal(found: Found, history: History) -> bool:
    """Whether the seal, if there is one, belongs to what the database holds or held."""
    return found.seal is not None and not _ahead_or_aside(found.seal, found.database, history)


def _against_pin(found: Found, pin: Pin, history: History) -> Verdict | None:
    verdict = _ahead_or_aside(pin.state, found.database, history)
    other_drafts = pin.state.drafts_sha256 != found.database.drafts_sha256
    if verdict is None and other_drafts and _same_write(pin.state, found.database):
        # The same count of writes, and other drafts: each was continued by itself.
        return _of(VerdictKind.FORKED, pin.state, found.database)
    return verdict


def _against_header(found: Found, pin: Pin) -> Verdict | None:
    if pin.header_seq > found.header_seq or pin.epoch > found.epoch:
        kind = VerdictKind.HEADER_ROLLED_BACK
    elif pin.header_seq == found.header_seq and pin.header_sha256 != found.header_sha256:
        kind = VerdictKind.HEADER_FORKED
    else:
        return None
    return Verdict(kind, pin.header_seq, found.header_seq)


def _against_seal(found: Found, history: History) -> Verdict:
    seal, database = found.seal, found.database
    if seal is None:
        return _of(VerdictKind.SEAL_DAMAGED, database, database)
    if found.seal_accepted:
        return _of(_after_accepting(found), seal, database)
    verdict = _ahead_or_aside(seal, database, history)
    if verdict is not None:
        return verdict
    same = _same_write(seal, database)
    if found.drafts_sha256 != database.drafts_sha256 or (
        same and seal.drafts_sha256 != database.drafts_sha256
    ):
        return _of(VerdictKind.DAMAGED, seal, database)
    if same:
        return _of(VerdictKind.AS_LEFT, seal, database)
    one_ahead = database.write_no == seal.write_no + 1
    return _of(VerdictKind.UNSEALED if one_ahead else VerdictKind.SEAL_BEHIND, seal, database)


def _after_accepting(found: Found) -> VerdictKind:
    if found.drafts_sha256 != found.database.drafts_sha256:
        return VerdictKind.DAMAGED
    # Killed after the entry that accepts it and before that entry's seal; or put back since.
    return VerdictKind.UNSEALED if found.accepted_last else VerdictKind.SEAL_BEHIND


def _ahead_or_aside(reference: SealState, database: SealState, history: History) -> Verdict | None:
    """Whether `reference`, a seal's state or a pin's, knows what the database does not."""
    if reference.generation > database.generation:
        return _of(VerdictKind.ROLLED_BACK, reference, database)
    if history.head_at(reference.generation) != reference.head:
        return _of(VerdictKind.FORKED, reference, database)
    if reference.generation == database.generation and database.write_no < reference.write_no:
        return _of(VerdictKind.ROLLED_BACK, reference, database)
    if _same_write(reference, database):
        return None
    # An entry takes a write: whoever has more entries after as many writes went another way.
    # And of two that wrote drafts alone, neither went through what the other did.
    aside = database.write_no <= reference.write_no or not history.went_through(reference)
    return _of(VerdictKind.FORKED, reference, database) if aside else None


def _same_write(reference: SealState, database: SealState) -> bool:
    return (reference.generation, reference.write_no) == (database.generation, database.write_no)


def _of(kind: VerdictKind, known: SealState, database: SealState) -> Verdict:
    return Verdict(
        kind,
        known.generation,
        database.generation,
        write_behind=kind is VerdictKind.ROLLED_BACK and known.write_no == database.write_no + 1,
    )
