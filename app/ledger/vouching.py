"""What a ledger of which parts are missing still vouches for: each row beside its last entry."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, cast
from uuid import UUID

from app.ledger import repository
from app.ledger.repository import Vouching
from app.ledger.verified import Content, Verified, commits, encoded
from app.storage.transaction import Reader
from crypto.primitives import hash_chain
from crypto.vault.connection import Row

_AT_ONCE = 200
_MISSING = """
SELECT r.subject_id FROM ledger_rows AS r
WHERE r.kind GLOB ? AND NOT EXISTS (SELECT 1 FROM {table} AS t WHERE t.{key} = r.subject_id)
GROUP BY r.subject_id ORDER BY max(r.generation)
"""


_WRITTEN = """
SELECT max(c.at_ms) FROM ledger_rows AS r JOIN ledger_chain AS c USING (generation)
WHERE r.subject_id = ? AND r.kind GLOB ?
"""


class Word(StrEnum):
    """What the ledger has to say of a row."""

    PROVEN = "proven"  # its last entry vouches for it
    EARLIER = "earlier"  # an entry before its last one does: it is what the record was once
    UNKNOWN = "unknown"  # the entry that would vouch for it can't be read
    REFUSED = "refused"  # its entry vouches for something else, or there never was one
    NO_RECORD = "no_record"  # a record can't be so


# What comes over into another vault.
USABLE = frozenset({Word.PROVEN, Word.EARLIER, Word.UNKNOWN})


class Judged(NamedTuple):
    """A row with its id, and what its record's newest encoder makes of it; None for no record."""

    id: bytes
    word: Word
    content: dict[str, Any] | None


class Vouchers:
    """The entries that are left. `known` is how many there were, as far as anything tells."""

    def __init__(self, reader: Reader, known: int) -> None:
        """Goes through the whole chain."""
        self._reader = reader
        self.readable = 0
        self.last_gap = 0  # the newest entry that is missing, or does not follow from the last
        self._walk()
        self.known = max(known, self._last)
        if self.known > self._last:
            self.last_gap = self.known

    def _walk(self) -> None:
        self._last, head = 0, hash_chain.GENESIS_HEAD
        while links := repository.links(self._reader, self._last, _AT_ONCE):
            for link in links:
                follows = link.head == hash_chain.head(
                    head, link.generation, link.at_ms, link.commitment
                )
                if link.generation != self._last + 1:
                    self.last_gap = link.generation - 1
                elif link.vouching is None or not follows:
                    self.last_gap = link.generation
                self.readable += link.vouching is not None
                self._last, head = link.generation, link.head

    def judge(
        self, kind: Verified, rows: Sequence[tuple[bytes, Row]], *, incomplete: bool
    ) -> Iterator[Judged]:
        """Each of a page of rows; `incomplete` says that what belongs to them may be missing."""
        newest = kind.encoders[kind.newest]
        last = repository.last_of_each(self._reader, kind.family, [id for id, _ in rows])
        for id, row in rows:
            content = encoded(newest, row)
            word = Word.NO_RECORD
            if content is not None:
                word = self._word(kind, row, last.get(id), incomplete=incomplete)
            told = None if content is None else _as_dict(content)
            yield Judged(id, word, told)

    def _word(self, kind: Verified, row: Row, last: Vouching | None, *, incomplete: bool) -> Word:
        if last is None:
            return Word.UNKNOWN if self.last_gap else Word.REFUSED
        if last.commitment == b"":
            return Word.UNKNOWN
        encoder = kind.encoders.get(last.kind)
        content = None if encoder is None else encoded(encoder, row)
        if content is not None and commits(last, content):
            return Word.PROVEN
        if self._fits_an_earlier(kind, row, last):
            return Word.EARLIER
        may_be_newer = last.generation < self.last_gap and not kind.appended
        return Word.UNKNOWN if may_be_newer or incomplete else Word.REFUSED

    def _fits_an_earlier(self, kind: Verified, row: Row, last: Vouching) -> bool:
        for version, encoder in kind.encoders.items():
            content = encoded(encoder, row)
            if content is None:
                continue
            for entry in repository.of_subject(self._reader, UUID(bytes=last.subject_id), version):
                if commits(entry, content):
                    return True
        return False

    def written_ms(self, kind: Verified, id: bytes) -> int | None:
        """When the last entry of a record was made, in milliseconds of Unix time, if known."""
        return cast(int | None, self._reader.rows(_WRITTEN, (id, f"{kind.family}/*"))[0][0])

    def missing(self, kind: Verified) -> list[bytes]:
        """The ids of records that entries tell of and no row holds, in their order."""
        sql = _MISSING.format(table=kind.table, key=kind.key)
        return [cast(bytes, row[0]) for row in self._reader.rows(sql, (f"{kind.family}/*",))]


def _as_dict(content: Content) -> dict[str, Any]:
    if isinstance(content, bytes):
        return cast(dict[str, Any], json.loads(content))
    return dict(content)
