"""What follows the verdict: sealed again where that needs no answer, migrated, or held."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from app.core.changes import Changes
from app.core.clock import Clock, Moment
from app.ledger import repository
from app.ledger.check_outcome import CheckOutcome
from app.ledger.comparing import Compared, PinnedVault, compare
from app.ledger.entry import Actor, Entry
from app.ledger.log import Log
from app.ledger.standing import AskedPin, Standing
from app.ledger.verdict import Verdict, VerdictKind
from app.storage import drafts, meta, migrate
from app.storage.database import Database
from app.storage.transaction import Reader, Writer
from crypto.errors import SaveNotDurable, VaultDamaged
from crypto.vault.connection import VaultConnection

CheckAll = Callable[[], CheckOutcome]


class _Faulty(Exception):
    """The whole check found something: the write that it was part of is undone."""


class Settling:
    """Compares before anything is written, and knows how the vault stands from then on."""

    def __init__(
        self,
        vault: PinnedVault,
        connection: VaultConnection,
        database: Database,
        log: Log,
        clock: Clock,
        check_all: CheckAll,
    ) -> None:
        """`check_all` checks everything at once, within a transaction if one is open."""
        self._vault = vault
        self._connection = connection
        self._database = database
        self._log = log
        self._clock = clock
        self._check_all = check_all
        self._compared: Compared

    @property
    def standing(self) -> Standing:
        """How the vault stands now; what can't be read any more is left out."""
        verdict = self._compared.verdict
        last_saved, generation = None, verdict.found
        with suppress(VaultDamaged), self._database.read() as reader:
            last_saved = self._last_saved(reader)
            generation = meta.state(reader).generation
        return Standing(verdict, self._compared.pin_compared, last_saved, generation)

    @property
    def needs_answer(self) -> bool:
        """Whether an answer is owed."""
        return self._compared.verdict.needs_answer

    @property
    def pin_compared(self) -> bool:
        """Whether this computer's pin was there to compare with."""
        return self._compared.pin_compared

    def begin(self, pin: AskedPin) -> None:
        """Compares, then seals again, migrates and repairs; while an answer is owed, nothing.

        Raises VaultFormatUnknown, VaultDamaged for a database without its counts, and
        SaveNotDurable when a repair does not reach the disk.
        """
        migrate.refuse_newer(self._connection)
        with self._database.read() as reader:
            self._compared = compare(reader, self._vault, pin)
        verdict = self._compared.verdict
        if verdict.kind is VerdictKind.DAMAGED:
            self._database.has_damage()
        if verdict.needs_answer:
            self._database.hold()
        elif not self._database.takes_writes:
            return
        elif verdict.needs_full_check:
            self._try_to_renew_seal()
        else:
            if verdict.kind is VerdictKind.UNSEALED:
                self._database.seal_again()
            self._migrate()
        if self._database.takes_writes:
            self._vault.settle()

    def accept(self) -> Changes:
        """Goes on with the vault as it is, as an entry of the ledger says from now on.

        Raises VaultDamaged, and stays as it was, for a vault that fails its checks; VaultReadOnly,
        SaveNotDurable.
        """
        if self.needs_answer:
            self._accept()
        self._vault.settle()
        return Changes()

    def _accept(self) -> None:
        if self._compared.behind.needs_full_check:
            self._renew_seal(Actor.COACH)
        elif self._compared.behind.kind is VerdictKind.DAMAGED:
            self._judge_anew(VerdictKind.DAMAGED)
        else:
            with self._database.answer() as writer:
                migrate.migrate(self._connection)
                self._name_what_does_not_fit(writer)
            self._settled()
        if self._compared.verdict.kind is VerdictKind.DAMAGED:
            raise VaultDamaged

    def _try_to_renew_seal(self) -> None:
        try:
            self._renew_seal(Actor.APP)
        except SaveNotDurable:
            # No room for it: the vault can be read, and the coach has it sealed when there is.
            self._judge_anew(VerdictKind.SEAL_DAMAGED)
            self._database.hold()

    def _renew_seal(self, actor: Actor) -> None:
        before = self._compared.behind
        content = {"why": before.kind.value, "known": before.known, "found": before.found}
        entry = Entry("seal_renewed/1", self._vault.vault_id, content, actor)
        try:
            # One transaction: a vault that fails its check is left as it was found.
            with self._database.answer() as writer:
                migrate.migrate(self._connection)
                self._refuse_faulty()
                self._name_what_does_not_fit(writer)
                self._log.append(writer, entry)
        except (_Faulty, VaultDamaged):
            self._judge_anew(VerdictKind.DAMAGED)
            self._database.has_damage()
            self._database.hold()
        else:
            if actor is Actor.COACH:
                self._settled()

    def _name_what_does_not_fit(self, writer: Writer) -> None:
        for entry in self._compared.to_accept:
            self._log.append(writer, entry)

    def _refuse_faulty(self) -> None:
        if not self._check_all().is_sound:
            raise _Faulty

    def _settled(self) -> None:
        with self._database.read() as reader:
            generation = meta.state(reader).generation
        verdict = Verdict(VerdictKind.AS_LEFT, generation, generation)
        self._compared = replace(self._compared, verdict=verdict, to_accept=(), behind=verdict)

    def _judge_anew(self, kind: VerdictKind) -> None:
        verdict = replace(self._compared.verdict, kind=kind, vouched=False)
        self._compared = replace(self._compared, verdict=verdict, behind=verdict)

    def _migrate(self) -> None:
        if migrate.version(self._connection) != migrate.newest():
            with self._database.write():
                migrate.migrate(self._connection)

    def _last_saved(self, reader: Reader) -> Moment | None:
        times = (repository.last_at_ms(reader), drafts.last_written_ms(reader))
        known = [at_ms for at_ms in times if at_ms is not None]
        return Moment.of(max(known), self._clock.now().zone) if known else None
