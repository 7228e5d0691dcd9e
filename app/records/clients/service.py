"""Use cases of clients: add, change, archive, restore, list."""

from app.core.changes import Changes, Kind
from app.core.clock import Clock
from app.core.ids import ClientId, new_id
from app.ledger.entry import Entry
from app.ledger.log import Log
from app.records.clients import record, repository
from app.records.clients.record import Client, ClientDetails
from app.storage.database import Database
from app.storage.transaction import Writer


class ClientService:
    """The clients of one vault."""

    def __init__(self, database: Database, log: Log, clock: Clock) -> None:
        self._database = database
        self._log = log
        self._clock = clock

    def get(self, id: ClientId) -> Client:
        """One client; raises RecordMissing."""
        with self._database.read() as reader:
            return repository.get(reader, id)

    def listed(self) -> tuple[Client, ...]:
        """Every client, archived ones too, by name."""
        with self._database.read() as reader:
            return repository.all_by_name(reader)

    def add(self, details: ClientDetails) -> Changes:
        """Adds a client; raises NameMissing, NameNotUsable or TextTooLong."""
        client = Client(ClientId(new_id()), details.tidied(), self._clock.now())
        with self._database.write() as writer:
            repository.add(writer, client)
            return self._logged(writer, client)

    def change(self, id: ClientId, details: ClientDetails) -> Changes:
        """Changes what is written about a client; raises as `add`, and RecordMissing."""
        with self._database.write() as writer:
            client = record.changed(repository.get(writer, id), details)
            return self._kept(writer, client)

    def archive(self, id: ClientId) -> Changes:
        """Puts a client aside; raises RecordMissing."""
        with self._database.write() as writer:
            client = record.archived(repository.get(writer, id), self._clock.now())
            return self._kept(writer, client)

    def restore(self, id: ClientId) -> Changes:
        """Takes an archived client back; raises RecordMissing."""
        with self._database.write() as writer:
            return self._kept(writer, record.restored(repository.get(writer, id)))

    def _kept(self, writer: Writer, client: Client) -> Changes:
        repository.change(writer, client)
        return self._logged(writer, client)

    def _logged(self, writer: Writer, client: Client) -> Changes:
        self._log.append(writer, Entry("client/1", client.id, record.content(client)))
        return Changes.of(Kind.CLIENT, client.id, client.id)
