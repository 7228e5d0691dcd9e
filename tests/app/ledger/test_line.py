"""A restored vault goes its own way from the entry on that says so."""

from app.core.clock import Clock
from app.core.ids import new_id
from app.ledger.entry import Entry
from app.ledger.line import Line, line_of
from app.ledger.log import Log
from app.storage.database import Database
from app.workspace import Workspace


def test_a_vault_that_was_never_restored_is_on_the_first_line(workspace: Workspace) -> None:
    with Database(workspace._vault).read() as reader:
        assert line_of(reader) == Line(0, b"")


def test_it_begins_with_the_last_entry_that_says_so(workspace: Workspace, clock: Clock) -> None:
    database, log, lines = Database(workspace._vault), Log(clock), set[Line]()
    for kind in ("restored/1", "kit_rehearsed/1", "restored/1"):
        with database.write() as writer:
            log.append(writer, Entry(kind, new_id(), {"generation": 1}))
            lines.add(line_of(writer))
            newest = writer.rows("SELECT max(generation) FROM ledger_chain")[0][0]
    assert len(lines) == 2
    assert newest in {line.since for line in lines}
