"""Backups that are being made, as the vault remembers them: a lock ends them with the process."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, cast

from app.settings.declared import BACKUPS_UNDER_WAY
from app.storage import settings
from app.storage.database import Database
from app.storage.transaction import Reader, Writer


@dataclass(frozen=True)
class UnderWay:
    """One of them: where it goes, and how it was begun. Its passphrase is kept nowhere."""

    folder: str
    by_itself: bool = False
    with_passphrase: bool = False

    def makes_up_for(self, other: "UnderWay") -> bool:
        """Whether nobody needs the other once this one is made."""
        return (self.folder, self.with_passphrase) == (other.folder, other.with_passphrase)


class BackupsUnderWay:
    """Each from its beginning to its end; used on the vault's thread.

    What is here while none is made was broken off, by a lock or by the end of the process. Another
    one to the same folder makes up for it, unless just one of the two has a passphrase.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> tuple[UnderWay, ...]:
        """Those that have begun and not ended."""
        with self._database.read() as reader:
            return _kept(reader)

    def begins(self, one: UnderWay) -> None:
        """Remembers one, in place of what it makes up for; raises as a write does."""
        with self._database.write() as writer:
            _put(writer, [*_others(_kept(writer), one), one])

    def is_over(self, one: UnderWay) -> None:
        """It was made, failed, or nobody wants it any more."""
        kept = self.get()
        left = _others(kept, one)
        if len(left) < len(kept) and self._database.takes_writes:
            with self._database.write() as writer:
                _put(writer, left)


def read_under_way(text: str) -> tuple[UnderWay, ...]:
    """Those in `text`, which another version may have written, or anybody else."""
    try:
        kept = cast(list[dict[str, Any]], json.loads(text))
        return tuple(
            UnderWay(
                str(one["folder"]),
                by_itself=bool(one.get("by_itself")),
                with_passphrase=bool(one.get("with_passphrase")),
            )
            for one in kept
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ()


def _others(kept: Iterable[UnderWay], one: UnderWay) -> list[UnderWay]:
    return [other for other in kept if not one.makes_up_for(other)]


def _kept(reader: Reader) -> tuple[UnderWay, ...]:
    return read_under_way(settings.get(reader, BACKUPS_UNDER_WAY.key) or BACKUPS_UNDER_WAY.default)


def _put(writer: Writer, ones: list[UnderWay]) -> None:
    text = json.dumps([asdict(one) for one in ones], ensure_ascii=False)
    settings.put(writer, BACKUPS_UNDER_WAY.key, text)
