"""What happened to the vault itself is an entry, and its content is kept beside it."""

import pytest

from app.core.clock import Clock
from app.core.ids import ClientId, new_id
from app.ledger import events
from app.ledger.entry import Entry
from app.ledger.log import Log
from app.storage.database import Database
from app.workspace import Workspace
from crypto.errors import ConstraintRefused
from tests.support.fixed_clock import FixedClock


def test_an_event_is_read_back_with_what_it_said(workspace: Workspace, clock: Clock) -> None:
    database, subject = Database(workspace._vault), new_id()
    for number in (1, 2):
        with database.write() as writer:
            Log(clock).append(writer, Entry("kit_rehearsed/1", subject, {"kit": number}))
    with database.read() as reader:
        told = events.of_kind(reader, "kit_rehearsed")
        assert events.of_kind(reader, "rekeyed") == []
    assert [event.content for event in told] == [{"kit": 1}, {"kit": 2}]
    assert {event.subject_id for event in told} == {subject}
    assert told[1].generation == told[0].generation + 1
    assert told[0].at_ms == clock.now().milliseconds


def test_a_record_keeps_nothing_beside_its_entry(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    assert workspace._vault.connection.execute("SELECT count(*) FROM vault_events") == [(0,)]


@pytest.mark.parametrize(
    "forbidden", ["DELETE FROM vault_events", "UPDATE vault_events SET content = '{}'"]
)
def test_the_database_itself_refuses_to_change_an_event(
    workspace: Workspace, clock: Clock, forbidden: str
) -> None:
    database = Database(workspace._vault)
    with database.write() as writer:
        Log(clock).append(writer, Entry("rekeyed/1", new_id(), {}))
    with pytest.raises(ConstraintRefused), database.write() as writer:
        writer.execute(forbidden)
