"""A restored vault goes its own way from the entry on that says so."""

from app.core.clock import Clock
from app.core.ids import new_id
from app.ledger import repository
from app.ledger.entry import Entry
from app.ledger.line import began_at, is_ours
from app.ledger.log import Log
from app.storage.database import Database
from app.workspace import Workspace


def test_it_begins_with_the_last_entry_that_says_so(workspace: Workspace, clock: Clock) -> None:
    database, log, begun = Database(workspace._vault), Log(clock), list[bool]()
    with database.read() as reader:
        assert began_at(reader) == 0
    for kind in ("restored/1", "kit_rehearsed/1", "restored/1"):
        with database.write() as writer:
            log.append(writer, Entry(kind, new_id(), {"generation": 1}))
            last = repository.last(writer)
            begun.append(last is not None and began_at(writer) == last[0])
    assert begun == [True, False, True]


def test_only_what_came_since_is_its_own(workspace: Workspace, clock: Clock) -> None:
    database, log = Database(workspace._vault), Log(clock)
    with database.write() as writer:
        log.append(writer, Entry("kit_rehearsed/1", new_id(), {}))
        before = repository.last(writer)
        assert before is not None
        assert is_ours(writer, *before)
        log.append(writer, Entry("restored/1", new_id(), {}))
        restored = repository.last(writer)
        assert restored is not None
        assert not is_ours(writer, *before)
        assert is_ours(writer, *restored)
        assert not is_ours(writer, restored[0], bytes(32))
        assert not is_ours(writer, restored[0] + 1, restored[1])
