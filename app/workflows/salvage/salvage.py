"""Fills a new vault's database with what can be saved of a damaged one, and verifies it."""

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from app.core.clock import Clock
from app.ledger.entry import Actor, Entry
from app.ledger.verify import Findings, verify
from app.storage.database import Database
from app.storage.unsealed import Unsealed
from app.workflows.every_kind import VERIFIED
from app.workflows.salvage.bring import bring
from app.workflows.salvage.gather import PageSource, gather
from app.workflows.salvage.report import Salvaged, Stage, Step
from app.workflows.salvage.sift import Sifted, sift
from app.workflows.salvage.stand_ins import StandInWords
from app.workflows.salvage.work import work_database
from crypto.errors import VaultDamaged
from crypto.vault.connection import VaultConnection
from crypto.vault.seal import SealState

_WORK_FILE = "salvage.db"

Tell = Callable[[Step], None]


class Source(Protocol):
    """What is asked of the damaged vault, or of a damaged backup of one."""

    vault_id: UUID

    def pages(self) -> "Pages":
        """Its pages, to be closed after use."""
        ...

    def seal(self) -> SealState | None:
        """What is known of its last write from outside the database, if anything is."""
        ...


class Pages(PageSource, Protocol):
    """Pages that are closed after use."""

    def close(self) -> None:
        """Ends their use."""
        ...


class Salvage:
    """Brings what can be saved from `source` into one new vault; `salvaged` then says what."""

    def __init__(
        self,
        source: Source,
        name: str,
        clock: Clock,
        tell: Tell,
        words: StandInWords | None = None,
    ) -> None:
        """`name` is the new vault's. What `tell` raises ends it."""
        self._source = source
        self._name = name
        self._clock = clock
        self._tell = tell
        self._words = words or StandInWords()
        self.salvaged: Salvaged

    def prepare(self, connection: VaultConnection) -> SealState:
        """Fills a new database; see `crypto.vault.vault.create_vault`.

        Raises VaultFormatUnknown for a newer vault, and VaultDamaged when not one page of it can
        be read.
        """
        store = Unsealed(connection)
        with work_database(connection.path.with_name(_WORK_FILE)) as work:
            pages = self._source.pages()
            try:
                gathered = gather(pages, work, self._teller(Stage.READ))
            finally:
                pages.close()
            if gathered.pages == gathered.pages_lost:
                raise VaultDamaged
            sealed = self._source.seal()
            now, judging = self._clock.now(), self._teller(Stage.JUDGE)
            sifted = sift(work, gathered, sealed, now, self._words, judging)
            writing = self._teller(Stage.WRITE)
            bring(work, store, self._name, self._clock, lambda: self._event(sifted), writing)
        self._verify(store)
        self.salvaged = Salvaged(
            brought=sifted.brought,
            unproven=tuple(sifted.unproven),
            lost=tuple(sifted.lost),
            entries_lost=sifted.entries_lost,
            pages_lost=gathered.pages_lost,
            pages=gathered.pages,
        )
        return store.state

    def _event(self, sifted: Sifted) -> Entry:
        content = {
            "vault_id": str(self._source.vault_id),
            "generation": sifted.generation,
            "brought": {family: count for family, count in sifted.brought.items() if count},
            "unproven": len(sifted.unproven),
            "lost": len(sifted.lost),
            "entries_lost": sifted.entries_lost,
        }
        return Entry("salvaged/1", self._source.vault_id, content, Actor.APP)

    def _verify(self, store: Unsealed) -> None:
        findings = Findings()
        for progress in verify(Database(store), VERIFIED, findings):
            self._tell(Step(Stage.CHECK, progress.done, progress.total))
        if findings.faults:
            raise VaultDamaged

    def _teller(self, stage: Stage) -> Callable[[int, int], None]:
        return lambda done, total: self._tell(Step(stage, done, total))
