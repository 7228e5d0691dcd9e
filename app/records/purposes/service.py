"""Use cases of purposes: those that a new vault starts with, and the list of them."""

from collections.abc import Iterable

from app.core.clock import Clock
from app.core.ids import NoticeId, PurposeId, new_id
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

    def seed(self, writer: Writer, templates: Iterable[tuple[Template, str, str]]) -> None:
        """Puts (template, language, notice text) into a new vault, within its first write."""
        for template, language, text in templates:
            id = PurposeId(new_id())
            notice = Notice(NoticeId(new_id()), id, 1, language, text)
            purpose = Purpose(id, template, self._clock.now(), (notice,))
            repository.add(writer, purpose)
            self._log.append(writer, Entry("purpose/1", id, content(purpose), Actor.APP))
