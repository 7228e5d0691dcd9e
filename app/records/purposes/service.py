"""Use cases of purposes: those a new vault starts with, and new wordings of a notice."""

from collections.abc import Iterable
from dataclasses import replace

from app.core.changes import Changes, Kind
from app.core.clock import Clock
from app.core.errors import NameMissing
from app.core.ids import NoticeId, PurposeId, new_id
from app.core.text import lines
from app.ledger.entry import Actor, Entry
from app.ledger.log import Log
from app.records.purposes import repository
from app.records.purposes.record import Notice, Purpose, Template, content
from app.storage.database import Database
from app.storage.transaction import Writer


class PurposeService:
    """The purposes of one practice."""

    def __init__(self, database: Database, log: Log, clock: Clock) -> None:
        self._database = database
        self._log = log
        self._clock = clock

    def listed(self) -> tuple[Purpose, ...]:
        """Every purpose, in the order in which they were made."""
        with self._database.read() as reader:
            return repository.all_purposes(reader)

    def get(self, id: PurposeId) -> Purpose:
        """One purpose; raises RecordMissing."""
        with self._database.read() as reader:
            return repository.get(reader, id)

    def seed(self, writer: Writer, templates: Iterable[tuple[Template, str, str]]) -> None:
        """Puts (template, language, notice text) into a new vault, within its first write."""
        for template, language, text in templates:
            id = PurposeId(new_id())
            notice = Notice(NoticeId(new_id()), id, 1, language, text)
            purpose = Purpose(id, template, self._clock.now(), (notice,))
            repository.add(writer, purpose)
            self._log.append(writer, Entry("purpose/1", id, content(purpose), Actor.APP))

    def reword(self, id: PurposeId, language: str, text: str) -> Changes:
        """Adds a new version of the purpose's notice; what was shown before stays as it was.

        Raises RecordMissing, NameMissing for an empty text, NameNotUsable, TextTooLong.
        """
        wording = lines(text)
        if not wording:
            raise NameMissing
        with self._database.write() as writer:
            purpose = repository.get(writer, id)
            version = purpose.notice.version + 1
            notice = Notice(NoticeId(new_id()), id, version, language, wording)
            repository.add_notice(writer, notice)
            changed = replace(purpose, notices=(*purpose.notices, notice))
            self._log.append(writer, Entry("purpose/1", id, content(changed)))
        return Changes.of(Kind.PURPOSE, id)
