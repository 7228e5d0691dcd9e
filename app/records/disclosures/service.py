"""Use cases of disclosures: log what leaves, list what left."""

from app.core.changes import Changes, Kind
from app.core.ids import ClientId
from app.ledger.entry import Entry
from app.ledger.log import Log
from app.records.disclosures import repository
from app.records.disclosures.record import Disclosure, content
from app.storage.database import Database
from app.storage.transaction import Writer


class DisclosureService:
    """The disclosure log of one vault."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log

    def of_client(self, client: ClientId) -> tuple[Disclosure, ...]:
        """What left the vault about a client, newest first."""
        with self._database.read() as reader:
            return repository.of_client(reader, client)

    def append(self, writer: Writer, disclosure: Disclosure) -> Changes:
        """Logs a disclosure in the transaction that lets it happen."""
        repository.add(writer, disclosure)
        self._log.append(writer, Entry("disclosure/1", disclosure.id, content(disclosure)))
        return Changes.of(Kind.DISCLOSURE, disclosure.id, disclosure.client)
