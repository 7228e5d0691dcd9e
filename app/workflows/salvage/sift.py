"""Decides of each row in the work database whether it comes over, and what stands in for others."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import cast

from app.core.clock import Moment
from app.ledger.verified import Verified
from app.ledger.vouching import USABLE, Vouchers, Word
from app.storage import drafts
from app.workflows.salvage import tables
from app.workflows.salvage.gather import Gathered
from app.workflows.salvage.report import Item
from app.workflows.salvage.stand_ins import StandIns, StandInWords
from app.workflows.salvage.whom import Whom
from app.workflows.salvage.work import Work
from crypto.vault.connection import Row
from crypto.vault.seal import SealState

ROWS = 100  # at once
_DRAFTS = "SELECT id, client_id, written_ms FROM drafts ORDER BY id"
_DRAFTS_SHA256 = "SELECT drafts_sha256 FROM meta"

Tell = Callable[[int, int], None]  # rows judged, rows in all


@dataclass
class Sifted:
    """What is left in the work database comes over."""

    brought: dict[str, int] = field(default_factory=dict[str, int])
    unproven: list[Item] = field(default_factory=list[Item])
    lost: list[Item] = field(default_factory=list[Item])
    generation: int = 0  # of the old ledger, as far as anything tells
    entries_lost: int = 0


def sift(
    work: Work,
    gathered: Gathered,
    sealed: SealState | None,
    now: Moment,
    words: StandInWords,
    tell: Tell,
) -> Sifted:
    """Lets rows go that no entry vouches for, and makes what those that stay need.

    `sealed` is what is known of the last write from outside the database.
    """
    sifting = _Sifting(work, gathered, sealed, now, words)
    sifting.judge_all(tell)
    sifting.judge_drafts()
    sifting.join()
    sifting.count_missing()
    return sifting.sifted


class _Sifting:
    def __init__(
        self,
        work: Work,
        gathered: Gathered,
        sealed: SealState | None,
        now: Moment,
        words: StandInWords,
    ) -> None:
        self._sealed = sealed
        self._work = work
        self._hurt = gathered.hurt
        self._whom = Whom(work, gathered.partial, now.zone)
        self._stand_ins = StandIns(work, now, words, self._is_proven)
        self._vouchers = Vouchers(work, 0 if sealed is None else sealed.generation)
        self._let_go: dict[tuple[str, bytes], Item] = {}
        self._unproven: dict[tuple[str, bytes], Item] = {}
        self._partial = gathered.partial
        self.sifted = Sifted(
            generation=self._vouchers.known,
            entries_lost=self._vouchers.known - self._vouchers.readable,
        )

    def judge_all(self, tell: Tell) -> None:
        """Each row of each kind."""
        self._stand_ins.make()  # an event's entry names what its consent was for
        total, done = sum(kind.count(self._work) for kind in tables.KINDS), 0
        for kind in tables.KINDS:
            parts = (kind.table, *tables.beside(kind.family))
            incomplete = any(table in self._hurt for table in parts[1:])
            for rows in self._pages(kind):
                for id, word, _ in self._vouchers.judge(kind, rows, incomplete=incomplete):
                    self._judge(kind, id, word)
                done += len(rows)
                tell(done, total)

    def _judge(self, kind: Verified, id: bytes, word: Word) -> None:
        if (kind.table, id) in self._stand_ins.made:
            return
        if word not in USABLE:
            self._lose(kind, id)
        elif word is not Word.PROVEN:
            self._unproven[kind.family, id] = self._item(kind, id)

    def _pages(self, kind: Verified) -> Iterator[list[tuple[bytes, Row]]]:
        after = b""
        while rows := kind.page(self._work, after, ROWS):
            after = rows[-1][0]
            yield rows

    def judge_drafts(self) -> None:
        """Texts that are not final have a hash each, and one of them all."""
        told = {cast(bytes, sha256) for (sha256,) in self._work.rows(_DRAFTS_SHA256)}
        if self._sealed is not None:
            told.add(self._sealed.drafts_sha256)
        all_there = told == {drafts.digest(self._work)}
        for id, client, written_ms in self._work.rows(_DRAFTS):
            item = self._whom.draft(client, cast(int, written_ms))
            draft = drafts.with_hash(self._work, cast(bytes, id))
            if draft is None or hashlib.sha256(draft[0]).digest() != draft[1]:
                self._work.drop(tables.DRAFTS, "id", id)
                self._let_go["draft", cast(bytes, id)] = item
            elif not all_there:
                self._unproven["draft", cast(bytes, id)] = item
        if not all_there and tables.DRAFTS in self._hurt:
            self._lose_partial_drafts()

    def _lose_partial_drafts(self) -> None:
        found = [row for table, row in self._partial if table == tables.DRAFTS]
        for row in found:
            item = self._whom.draft(row.get("client_id"), None)
            self._let_go["draft", cast(bytes, row.get("id", b""))] = item
        if not found:
            self._let_go["draft", b""] = Item("draft")  # how many there were, nothing tells

    def join(self) -> None:
        """Gives each row what it refers to; where that can't be, it goes too."""
        self._stand_ins.make()
        gone = True
        while gone:
            gone = self._let_go_alone() or self._let_go_strays()
        self._stand_ins.make()  # a purpose whose notices went

    def _let_go_alone(self) -> bool:
        gone = False
        kinds = {kind.table: kind for kind in tables.KINDS}
        for table in tables.of_records():
            key = kinds[table].key if table in kinds else "id"
            for reference in self._work.references(table):
                for row in self._work.without_parent(table, reference):
                    gone = True
                    if table in kinds:
                        self._lose(kinds[table], cast(bytes, row[key]))
                    else:
                        self._work.drop(table, key, row[key])
        return gone

    def _let_go_strays(self) -> bool:
        """What belongs to a record beside it, and now to none."""
        gone = False
        for kind in tables.KINDS:
            for table in tables.beside(kind.family):
                for id in kind.stray_ids(self._work):
                    gone = True
                    self._work.drop(table, "id", id)
        return gone

    def _lose(self, kind: Verified, id: bytes) -> None:
        self._let_go[kind.family, id] = self._item(kind, id)
        self._unproven.pop((kind.family, id), None)
        self._work.drop(kind.table, kind.key, id)

    def count_missing(self) -> None:
        """Counts what is left, and names what only the ledger or half a row still tells of."""
        made = self._stand_ins.made
        for kind in tables.KINDS:
            stand_ins = [id for table, id in made if table == kind.table]
            self.sifted.brought[kind.family] = kind.count(self._work) - len(stand_ins)
            stand_ins = [id for id in stand_ins if not self._stand_ins.is_spare(id)]
            halves = [row.get(kind.key) for table, row in self._partial if table == kind.table]
            known = [id for id in halves if isinstance(id, bytes) and not self._is_there(kind, id)]
            for id in (*self._vouchers.missing(kind), *stand_ins, *known):
                self._let_go.setdefault((kind.family, id), self._item(kind, id))
        self.sifted.brought["draft"] = len(self._work.rows(_DRAFTS))
        self.sifted.unproven = list(self._unproven.values())
        self.sifted.lost = list(self._let_go.values())

    def _item(self, kind: Verified, id: bytes) -> Item:
        return self._whom.item(kind, id, self._vouchers.written_ms(kind, id))

    def _is_proven(self, kind: Verified, id: bytes) -> bool:
        rows = kind.of(self._work, id)
        judged = self._vouchers.judge(kind, rows, incomplete=False)
        return any(each.word is Word.PROVEN for each in judged)

    def _is_there(self, kind: Verified, id: bytes) -> bool:
        sql = f'SELECT 1 FROM "{kind.table}" WHERE "{kind.key}" = ?'
        return self._work.row(sql, (id,)) is not None
