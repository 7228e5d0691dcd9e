"""Everything in a vault is vouched for, both ways, and each thing that is wrong has its name."""

from collections.abc import Callable
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest

from app.core.ids import ClientId, DisclosureId, SessionId, new_id
from app.ledger import verify as verify_module
from app.ledger.check_outcome import CheckOutcome, Fault, Problem
from app.ledger.entry import Entry
from app.ledger.log import Log
from app.ledger.verify import MOST_FAULTS, Findings, verify
from app.records.clients.record import ClientDetails
from app.records.disclosures.record import Disclosure, ToWhom, What
from app.workflows.every_kind import VERIFIED
from app.workspace import Workspace
from tests.support.bad_sectors import BadSectors
from tests.support.fixed_clock import FixedClock
from tests.support.freeze_vault import fill
from tests.support.made_backups import a_backup
from tests.support.workspaces import a_workspace, add_client

Tamper = Callable[[str], None]


@pytest.fixture
def filled(tmp_path: Path, clock: FixedClock) -> Workspace:
    """One record of every kind."""
    workspace = a_workspace(tmp_path, clock)
    fill(workspace, clock)
    client = workspace.clients.listed()[0].id
    with workspace._database.write() as writer:
        Log(clock).append(writer, Entry("kit_rehearsed/1", new_id(), {"kit": 1}))
    disclosed(workspace, clock, client)
    workspace.backups.record(a_backup())
    return workspace


def disclosed(workspace: Workspace, clock: FixedClock, client: ClientId) -> None:
    disclosure = Disclosure(
        id=DisclosureId(new_id()),
        client=client,
        what=What.CONSENT_RECORD,
        to_whom=ToWhom.CLIENT,
        at=clock.now(),
        record_number="7F3K",
        pdf_sha256=b"p" * 32,
        json_sha256=b"j" * 32,
    )
    with workspace._database.write() as writer:
        workspace.disclosures.append(writer, disclosure)


@pytest.fixture
def tamper(filled: Workspace) -> Tamper:
    """Runs a statement past every rule of the schema, as a page put back on the disk would."""
    connection = filled._vault.connection
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    for (name,) in names:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("PRAGMA foreign_keys = OFF")

    def run(sql: str) -> None:
        connection.execute(sql)

    return run


def checked(workspace: Workspace) -> CheckOutcome:
    for _ in workspace.integrity.check():
        pass
    outcome = workspace.integrity.last()
    assert outcome is not None
    return outcome


def problems(workspace: Workspace) -> set[tuple[Problem, str]]:
    return {(fault.problem, fault.family) for fault in checked(workspace).faults}


def test_a_vault_with_every_kind_of_record_is_sound(filled: Workspace) -> None:
    outcome = checked(filled)
    assert outcome.faults == ()
    assert outcome.entries == filled.standing.generation
    assert outcome.rows > 8
    families = {kind.family for kind in VERIFIED}
    rows = filled._vault.connection.execute("SELECT DISTINCT kind FROM ledger_rows")
    assert {str(kind).partition("/")[0] for (kind,) in rows} == families | {"kit_rehearsed"}
    filled.close()


@pytest.mark.parametrize(
    ("statement", "problem", "family"),
    [
        ("UPDATE practice SET coach_name = 'x'", Problem.ROW_CHANGED, "practice"),
        ("UPDATE clients SET needs = 'x'", Problem.ROW_CHANGED, "client"),
        ("UPDATE clients SET archived_ms = archived_ms + 1", Problem.ROW_CHANGED, "client"),
        ("UPDATE clients SET pronouns = 'she'", Problem.ROW_CHANGED, "client"),
        ("UPDATE sessions SET ended_ms = ended_ms + 1", Problem.ROW_CHANGED, "session"),
        ("UPDATE sessions SET started_ms = -9e17", Problem.ROW_CHANGED, "session"),
        (
            "UPDATE session_notes SET content = CAST(replace(content, 'F', 'T') AS BLOB)",
            Problem.ROW_CHANGED,
            "session_note",
        ),
        ("UPDATE session_notes SET content = x'00'", Problem.ROW_CHANGED, "session_note"),
        ("UPDATE session_notes SET final_ms = 1", Problem.ROW_CHANGED, "session_note"),
        ("UPDATE notices SET text = 'x'", Problem.ROW_CHANGED, "purpose"),
        ("UPDATE purposes SET key = 'x' || key", Problem.ROW_CHANGED, "purpose"),
        ("UPDATE purposes SET template = '{}'", Problem.ROW_CHANGED, "purpose"),
        ("DELETE FROM notices", Problem.ROW_CHANGED, "purpose"),
        (
            "UPDATE consent_events SET kind = 'withdrawn', ends_on = NULL",
            Problem.ROW_CHANGED,
            "consent_event",
        ),
        (
            "UPDATE consent_events SET ends_on = '2027-02-18' WHERE kind = 'given'",
            Problem.ROW_CHANGED,
            "consent_event",
        ),
        (
            "UPDATE consents SET purpose_id = zeroblob(16) WHERE rowid = 1",
            Problem.ROW_CHANGED,
            "consent_event",
        ),
        (
            "UPDATE consents SET client_id = (SELECT id FROM clients WHERE name = 'Bo')",
            Problem.ROW_CHANGED,
            "consent_event",
        ),
        ("DELETE FROM consents", Problem.ROW_CHANGED, "consent_event"),
        ("UPDATE disclosures SET to_whom = 'client', at_ms = 1", Problem.ROW_CHANGED, "disclosure"),
        ("UPDATE backups SET state = 'tried'", Problem.ROW_CHANGED, "backup"),
        ("UPDATE backups SET with_passphrase = 1", Problem.ROW_CHANGED, "backup"),
        ("UPDATE backups SET removed_ms = 1, removed_zone = 'x'", Problem.ROW_CHANGED, "backup"),
        ("DELETE FROM backups", Problem.ENTRY_WITHOUT_ROW, "backup"),
        ("DROP TABLE backups", Problem.ENTRY_UNKNOWN, ""),
        ("DELETE FROM clients WHERE name = 'Bo'", Problem.ENTRY_WITHOUT_ROW, "client"),
        ("DELETE FROM practice", Problem.ENTRY_WITHOUT_ROW, "practice"),
        ("DELETE FROM session_notes", Problem.ENTRY_WITHOUT_ROW, "session_note"),
        ("DELETE FROM sessions", Problem.ENTRY_WITHOUT_ROW, "session"),
        ("DELETE FROM purposes", Problem.ENTRY_WITHOUT_ROW, "purpose"),
        ("DELETE FROM consent_events", Problem.ENTRY_WITHOUT_ROW, "consent_event"),
        ("DELETE FROM disclosures", Problem.ENTRY_WITHOUT_ROW, "disclosure"),
        (
            "UPDATE clients SET id = zeroblob(16) WHERE name = 'Bo'",
            Problem.ROW_WITHOUT_ENTRY,
            "client",
        ),
        (
            "INSERT INTO consents SELECT zeroblob(16), id, zeroblob(16) FROM clients LIMIT 1",
            Problem.ROW_WITHOUT_ENTRY,
            "consent_event",
        ),
        ("DELETE FROM purposes", Problem.ROW_WITHOUT_ENTRY, "purpose"),
        ("DELETE FROM ledger_chain WHERE generation = 3", Problem.CHAIN_GAP, ""),
        (
            "UPDATE ledger_chain SET at_ms = at_ms + 1 WHERE generation = 3",
            Problem.CHAIN_BROKEN,
            "",
        ),
        (
            "UPDATE ledger_chain SET commitment = zeroblob(32) WHERE generation = 3",
            Problem.CHAIN_BROKEN,
            "",
        ),
        ("DELETE FROM ledger_rows WHERE generation = 3", Problem.ENTRY_INCOMPLETE, ""),
        (
            "UPDATE ledger_rows SET actor = 'x' WHERE kind = 'practice/1'",
            Problem.ROW_CHANGED,
            "practice",
        ),
        ("UPDATE ledger_rows SET nonce = zeroblob(32)", Problem.ENTRY_CHANGED, "kit_rehearsed"),
        (
            "UPDATE ledger_rows SET kind = 'client/2' WHERE kind = 'client/1'",
            Problem.ENTRY_UNKNOWN,
            "client",
        ),
        ("UPDATE ledger_rows SET kind = 'goal/1' WHERE generation = 3", Problem.ENTRY_UNKNOWN, ""),
        ("UPDATE vault_events SET content = '{\"kit\":2}'", Problem.ENTRY_CHANGED, "kit_rehearsed"),
        ("DELETE FROM vault_events", Problem.ENTRY_WITHOUT_ROW, "kit_rehearsed"),
        ("UPDATE vault_events SET generation = 3", Problem.ENTRY_CHANGED, ""),
        ("UPDATE drafts SET content = x'00'", Problem.DRAFT_CHANGED, "draft"),
        ("DELETE FROM drafts", Problem.DRAFTS_DIFFER, "draft"),
        ("UPDATE meta SET drafts_sha256 = zeroblob(32)", Problem.DRAFTS_DIFFER, "draft"),
    ],
)  # fmt: skip
def test_whatever_is_changed_has_a_name(
    filled: Workspace, tamper: Tamper, statement: str, problem: Problem, family: str
) -> None:
    tamper(statement)
    assert (problem, family) in problems(filled)
    filled.close()


def test_a_row_that_went_back_to_an_older_version_is_told(
    filled: Workspace, tamper: Tamper
) -> None:
    tamper("CREATE TABLE kept AS SELECT * FROM clients")
    amara = filled.clients.listed()[0]
    filled.clients.change(amara.id, ClientDetails("Amara Osei", role="On leave"))
    assert checked(filled).is_sound
    tamper("INSERT OR REPLACE INTO clients SELECT * FROM kept")
    (fault,) = checked(filled).faults
    assert (fault.problem, fault.subject_id) == (Problem.ROW_CHANGED, amara.id)
    filled.close()


def test_a_second_entry_about_what_is_only_ever_appended_is_told(
    filled: Workspace, clock: FixedClock
) -> None:
    (row,) = filled._vault.connection.execute("SELECT session_id FROM session_notes")
    id = SessionId(UUID(bytes=cast(bytes, row[0])))
    with filled._database.write() as writer:
        Log(clock).append(writer, Entry("session_note/1", id, {"paragraphs": []}))
    assert problems(filled) == {
        (Problem.ENTRY_WITHOUT_ROW, "session_note"),
        (Problem.ROW_CHANGED, "session_note"),
    }
    filled.close()


def test_an_index_that_lost_a_row_is_told(filled: Workspace, tamper: Tamper) -> None:
    tamper("PRAGMA writable_schema = ON")
    tamper(
        "UPDATE sqlite_schema SET sql = sql || ' WHERE number > 1', name = name"
        " WHERE name = 'consent_events_by_consent'"
    )
    # An index that leaves rows out is a partial one to SQLite, which is how it can be made here.
    tamper("PRAGMA writable_schema = RESET")
    tamper("REINDEX consent_events_by_consent")
    tamper("PRAGMA writable_schema = ON")
    tamper(
        "UPDATE sqlite_schema SET sql = replace(sql, ' WHERE number > 1', '')"
        " WHERE name = 'consent_events_by_consent'"
    )
    tamper("PRAGMA writable_schema = RESET")
    assert (Problem.INDEX_DIFFERS, "") in problems(filled)
    filled.close()


def test_writes_between_slices_raise_no_alarm(
    filled: Workspace, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify_module, "SLICE", 0.0)
    monkeypatch.setattr(verify_module, "ROWS", 2)
    monkeypatch.setattr(verify_module, "ENTRIES", 3)
    findings, steps = Findings(), 0
    for progress in verify(filled._database, VERIFIED, findings):
        steps += 1
        assert progress.done <= progress.total
        if steps < 40:
            client = add_client(filled, f"Client {steps}")
            filled.clients.archive(client)
            filled.clients.change(client, ClientDetails(f"Client {steps} again"))
    assert steps > 40
    assert findings.faults == []
    filled.close()


def test_of_many_faults_the_first_hundred_are_kept(workspace: Workspace, clock: FixedClock) -> None:
    for number in range(MOST_FAULTS + 1):
        add_client(workspace, f"Client {number}")
    workspace._vault.connection.execute("UPDATE clients SET needs = 'x'")
    outcome = checked(workspace)
    assert len(outcome.faults) == MOST_FAULTS
    assert outcome.more


def test_no_fault_says_anything_about_a_client(filled: Workspace, tamper: Tamper) -> None:
    tamper("UPDATE clients SET needs = 'x'")
    tamper("UPDATE ledger_rows SET kind = 'amara/1' WHERE generation = 3")
    fault: Fault
    for fault in checked(filled).faults:
        assert "amara" not in str(fault).casefold()
    filled.close()


def test_a_damaged_page_is_told_even_where_nothing_reads_it(filled: Workspace) -> None:
    assert checked(filled).is_sound
    filled._vault.connection.execute("CREATE TABLE x (y BLOB)")
    filled._vault.connection.execute("INSERT INTO x VALUES (zeroblob(9000))")
    path = filled.facts().folder / "vault-1.db"
    with path.open("r+b") as file:
        file.seek(-100, 2)
        file.write(b"x")
    assert (Problem.PAGE_DAMAGED, "") in problems(filled)
    filled.close()


def test_what_cannot_be_read_is_a_fault_and_no_error(filled: Workspace) -> None:
    path = filled.facts().folder / "vault-1.db"
    filled._vault.connection.execute("PRAGMA cache_size = 0")
    with path.open("r+b") as file:
        for page in range(3, path.stat().st_size // 4096):
            file.seek(page * 4096 + 10)
            file.write(bytes(10))
    found = problems(filled)
    assert {(Problem.PAGE_DAMAGED, ""), (Problem.UNREADABLE, "")} <= found
    filled.close()


@pytest.mark.parametrize(
    "where",
    [
        "SELECT count(*) FROM clients",
        "FROM meta",
        "FROM drafts ORDER BY",
        "FROM ledger_chain AS c",
        "FROM purposes",
        "FROM sqlite_schema",
    ],
)
def test_a_bad_sector_is_a_fault_wherever_it_is_met(filled: Workspace, where: str) -> None:
    BadSectors(filled._vault.connection, lambda sql: where in sql)
    total_alone = "count(*)" in where  # how much there is to do is no part of the check
    assert ((Problem.UNREADABLE, "") in problems(filled)) is not total_alone
    filled.close()
