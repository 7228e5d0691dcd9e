"""Checks a whole vault in slices, and keeps when that was and what it found."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, suppress

from app.core.clock import Clock
from app.ledger import check_outcome
from app.ledger.check_outcome import CheckOutcome, CheckProgress
from app.ledger.verified import Verified
from app.ledger.verify import Findings, verify
from app.storage import meta, settings
from app.storage.database import Database
from crypto.errors import CryptoError, VaultDamaged
from crypto.vault.pages import Pages
from crypto.vault.seal import SealState

_LAST_CHECK = "last_check"


class Integrity:
    """The checks of one vault."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        kinds: Sequence[Verified],
        pages: Callable[[], Pages],
    ) -> None:
        """`pages` opens the database's file for a look at its pages."""
        self._database = database
        self._clock = clock
        self._kinds = kinds
        self._pages = pages
        self._last: CheckOutcome | None = None
        self._found_sound: SealState | None = None

    def check(self) -> Iterator[CheckProgress]:
        """Checks everything, a slice of about 10 ms at each step; `last` then tells the outcome.

        The outcome is kept in the vault, unless that takes no writes. Raises SaveNotDurable when
        it could not be kept, which changes nothing about the outcome.
        """
        findings = Findings()
        before = self._state()
        yield from verify(self._database, self._kinds, findings, self._pages)
        self._last = self._outcome(findings)
        self._found_sound = before if self._last.is_sound else None
        if findings.faults:
            self._database.has_damage()
        if self._database.takes_writes:
            # A damaged file may take nothing any more; its faults are told all the same.
            unkept = suppress(CryptoError) if findings.faults else nullcontext()
            with unkept, self._database.write() as writer:
                settings.put(writer, _LAST_CHECK, check_outcome.to_json(self._last))

    def check_at_once(self) -> CheckOutcome:
        """The same without a pause and without keeping it; within the transaction that is open.

        Takes the last outcome where that found nothing and nothing was written since it began.
        """
        sound = self._found_sound
        if self._last is not None and sound is not None and sound == self._state():
            return self._last
        findings = Findings()
        for _ in verify(self._database, self._kinds, findings, self._pages):
            pass
        self._last = self._outcome(findings)
        return self._last

    def last(self) -> CheckOutcome | None:
        """How the last whole check ended; None before the first one."""
        if self._last is not None:
            return self._last
        with self._database.read() as reader:
            kept = settings.get(reader, _LAST_CHECK)
        return None if kept is None else check_outcome.from_json(kept)

    def _state(self) -> SealState | None:
        with suppress(VaultDamaged), self._database.read() as reader:
            return meta.state(reader)
        return None

    def _outcome(self, findings: Findings) -> CheckOutcome:
        return CheckOutcome(
            at=self._clock.now(),
            entries=findings.entries,
            rows=findings.rows,
            faults=tuple(findings.faults),
            more=findings.more,
        )
