"""Verifies a vault from end to end in short slices: pages, drafts, chain, every row both ways."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from app.ledger import events, repository
from app.ledger.check_outcome import CheckProgress, Fault, Problem
from app.ledger.repository import Link, Vouching
from app.ledger.verified import Verified, commits, encoded
from app.storage import drafts, indexes, meta
from app.storage.database import Database
from app.storage.indexes import Key
from crypto.errors import VaultDamaged
from crypto.primitives import hash_chain
from crypto.vault.connection import Row
from crypto.vault.pages import Pages

SLICE = 0.01  # seconds that one slice aims at
ENTRIES, ROWS, PAGES = 200, 100, 200  # at once, well below a slice
MOST_FAULTS = 100


@dataclass
class Findings:
    """What has been found so far."""

    entries: int = 0
    rows: int = 0
    pages: int = 0
    faults: list[Fault] = field(default_factory=list[Fault])
    more: bool = False
    last_entry_ms: int | None = None  # Unix time of the newest entry

    @property
    def done(self) -> int:
        """Everything that was looked at, counted alike."""
        return self.entries + self.rows + self.pages

    def tell(self, fault: Fault) -> None:
        """Keeps a fault, if there is room for one more."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(fault)
        else:
            self.more = True


def verify(
    database: Database,
    kinds: Sequence[Verified],
    findings: Findings,
    pages: Callable[[], Pages] | None = None,
) -> Iterator[CheckProgress]:
    """Checks everything, and writes into `findings`; between slices others may read and write.

    Each step reads and compares within one slice, so what is written meanwhile raises no alarm.
    What can't be read is a fault, too. `pages` opens the database's file for a look at its pages.
    """
    steps = _Steps(database, _known_there(database, kinds), findings, pages)
    total = steps.total()
    began = time.perf_counter()
    for _ in steps.all():
        if time.perf_counter() - began >= SLICE:
            total = max(total, findings.done)
            yield CheckProgress(findings.done, total)
            began = time.perf_counter()
    yield CheckProgress(findings.done, findings.done)


class _Steps:
    """The steps of a check, each short."""

    def __init__(
        self,
        database: Database,
        kinds: Sequence[Verified],
        findings: Findings,
        pages: Callable[[], Pages] | None,
    ) -> None:
        self._database = database
        self._kinds = kinds
        self._findings = findings
        self._pages = pages
        self._families = {kind.family for kind in kinds}

    def total(self) -> int:
        """How much there is to look at, as far as it can be told."""
        try:
            with self._database.read() as reader:
                rows = sum(kind.count(reader) for kind in self._kinds)
                return meta.state(reader).generation + rows + self._page_count()
        except VaultDamaged:
            return 0

    def _page_count(self) -> int:
        if self._pages is None:
            return 0
        pages = self._pages()
        try:
            return pages.count()
        finally:
            pages.close()

    def all(self) -> Iterator[None]:
        """Everything, in order; the first part that can't be read is the end of it."""
        try:
            yield from self._each_page()
            yield from self._each_draft()
            yield from self._chain()
            for kind in self._kinds:
                yield from self._rows(kind)
            yield from self._indexes()
        except VaultDamaged:
            self._tell(Problem.UNREADABLE)

    def _tell(
        self,
        problem: Problem,
        family: str = "",
        generation: int | None = None,
        subject: bytes | None = None,
    ) -> None:
        id = UUID(bytes=subject) if subject is not None and len(subject) == 16 else None
        self._findings.tell(Fault(problem, family, generation, id))

    def _each_page(self) -> Iterator[None]:
        if self._pages is None:
            return
        pages = self._pages()
        try:
            first = 1
            while first <= pages.count():
                for _ in pages.damaged(first, PAGES):
                    self._tell(Problem.PAGE_DAMAGED)
                first += PAGES
                self._findings.pages = min(first - 1, pages.count())
                yield
        finally:
            pages.close()

    def _each_draft(self) -> Iterator[None]:
        with self._database.read() as reader:
            if drafts.digest(reader) != meta.state(reader).drafts_sha256:
                self._tell(Problem.DRAFTS_DIFFER, "draft")
            ids = drafts.ids(reader)
        for id in ids:
            with self._database.read() as reader:
                kept = drafts.with_hash(reader, id)
            if kept is not None and hashlib.sha256(kept[0]).digest() != kept[1]:
                self._tell(Problem.DRAFT_CHANGED, "draft", subject=id)
            yield

    def _chain(self) -> Iterator[None]:
        generation, head = 0, hash_chain.GENESIS_HEAD
        while True:
            with self._database.read() as reader:
                links = repository.links(reader, generation, ENTRIES)
                for link in links:
                    self._link(link, generation, head)
                    generation, head = link.generation, link.head
                    self._findings.last_entry_ms = link.at_ms
                if not links:
                    state = meta.state(reader)
                    if (state.generation, state.head) != (generation, head):
                        self._tell(Problem.HEAD_DIFFERS, generation=generation)
                    return
                for kind in self._kinds:
                    for gone, subject in kind.gone(reader, links[0].generation - 1, generation):
                        self._tell(Problem.ENTRY_WITHOUT_ROW, kind.family, gone, subject)
            self._findings.entries += len(links)
            yield

    def _link(self, link: Link, previous: int, previous_head: bytes) -> None:
        if link.generation != previous + 1:
            self._tell(Problem.CHAIN_GAP, generation=link.generation)
        elif link.head != hash_chain.head(
            previous_head, link.generation, link.at_ms, link.commitment
        ):
            self._tell(Problem.CHAIN_BROKEN, generation=link.generation)
        if link.vouching is None:
            self._tell(Problem.ENTRY_INCOMPLETE, generation=link.generation)
            return
        family = link.vouching.family
        if link.event is not None or events.is_event(link.vouching.kind):
            self._event(link, link.vouching)
        elif family not in self._families:
            self._tell(Problem.ENTRY_UNKNOWN, generation=link.generation)

    def _event(self, link: Link, vouching: Vouching) -> None:
        known = vouching.family if vouching.family in events.EVENTS else ""
        if link.event is None:
            self._tell(Problem.ENTRY_WITHOUT_ROW, known, link.generation)
        elif not known or not vouching.commits_to(link.event.encode()):
            self._tell(Problem.ENTRY_CHANGED, known, link.generation)

    def _rows(self, kind: Verified) -> Iterator[None]:
        after = b""
        while True:
            with self._database.read() as reader:
                rows = kind.page(reader, after, ROWS)
                if not rows:
                    break
                ids = [id for id, _ in rows]
                last = repository.last_of_each(reader, kind.family, ids)
            for id, row in rows:
                self._row(kind, id, row, last.get(id))
            after = ids[-1]
            self._findings.rows += len(rows)
            yield
        with self._database.read() as reader:
            for id in kind.stray_ids(reader):
                self._tell(Problem.ROW_WITHOUT_ENTRY, kind.family, subject=id)
        yield

    def _row(self, kind: Verified, id: bytes, row: Row, last: Vouching | None) -> None:
        if last is None:
            self._tell(Problem.ROW_WITHOUT_ENTRY, kind.family, subject=id)
            return
        encoder = kind.encoders.get(last.kind)
        if encoder is None:
            self._tell(Problem.ENTRY_UNKNOWN, kind.family, last.generation, id)
            return
        if kind.appended and last.how_many > 1:
            self._tell(Problem.ENTRY_WITHOUT_ROW, kind.family, last.generation, id)
        content = encoded(encoder, row)
        if content is None or not commits(last, content):
            self._tell(Problem.ROW_CHANGED, kind.family, last.generation, id)

    def _indexes(self) -> Iterator[None]:
        with self._database.read() as reader:
            keys, every = indexes.all_keys(reader), indexes.all_indexes(reader)
        for key in keys:
            yield from self._key(key)
        for index in every:
            with self._database.read() as reader:
                if not index.agrees(reader):
                    self._tell(Problem.INDEX_DIFFERS)
            yield

    def _key(self, key: Key) -> Iterator[None]:
        last: int | None = -(2**63)
        while last is not None:
            with self._database.read() as reader:
                last, missing = key.missing(reader, last, ENTRIES)
            for _ in range(missing):
                self._tell(Problem.INDEX_DIFFERS)
            yield


def _known_there(database: Database, kinds: Sequence[Verified]) -> Sequence[Verified]:
    # What is only read, a vault or a backup, may be older than some kinds.
    try:
        with database.read() as reader:
            return [kind for kind in kinds if kind.has_table(reader)]
    except VaultDamaged:
        return kinds  # the steps come upon it, too
