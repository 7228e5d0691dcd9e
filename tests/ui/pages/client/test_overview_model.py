"""The overview is derived from what is written about a client and what happened."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.core.clock import Moment
from app.core.ids import ClientId, SessionId, new_id
from app.records.clients.record import Client, ClientDetails, Pronouns
from app.records.consents.record import EventKind
from app.records.sessions.record import Session
from tests.support.consent_records import amaras_record
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import a_workspace, add_client, hold_session
from ui.pages.client.glimpse import LONGEST, Glimpse, first_words
from ui.pages.client.overview_model import SHOWN, Entry, Sign, Snapshot, derive, read

NOW = FixedClock().now()
LONDON = "Europe/London"
SINCE = Moment(datetime(2026, 3, 12, 10, tzinfo=UTC), LONDON)
AMARA = Client(ClientId(new_id()), ClientDetails("Amara Osei", Pronouns.SHE), SINCE)


def a_session(number: int, started: datetime, *, ended: bool = True) -> Session:
    at = Moment(started, LONDON)
    ended_at = at.plus(timedelta(hours=1)) if ended else None
    return Session(SessionId(new_id()), AMARA.id, number, at, ended_at)


def test_only_what_is_filled_in_is_known() -> None:
    client = replace(AMARA, details=replace(AMARA.details, goals="Say no", avoid="Role-play"))
    state = derive(Snapshot(client), NOW)
    assert state.known == (("Goals", "Say no"), ("Please avoid", "Role-play"))
    assert derive(Snapshot(AMARA), NOW).known == ()


def test_a_session_shows_its_number_and_how_its_note_begins() -> None:
    session = a_session(14, datetime(2026, 11, 3, 10, 30, tzinfo=UTC))
    state = derive(Snapshot(AMARA, (Glimpse(session, "Six yeses on Monday", False),)), NOW)
    (entry,) = state.entries
    assert entry == Entry(Sign.SESSION, "3 Nov", "14", " Six yeses on Monday", session.id)


def test_a_session_without_a_note_is_called_by_its_number() -> None:
    session = a_session(14, datetime(2025, 11, 3, 10, 30, tzinfo=UTC))
    (entry,) = derive(Snapshot(AMARA, (Glimpse(session, "", False),)), NOW).entries
    assert (entry.when, entry.what, entry.more) == ("3 Nov 2025", "Session 14", "")


def test_a_session_that_runs_says_so_with_its_time() -> None:
    session = a_session(15, datetime(2026, 11, 17, 10, 30, tzinfo=UTC), ended=False)
    (entry,) = derive(Snapshot(AMARA, (Glimpse(session, "So", False),)), NOW).entries
    assert entry.sign is Sign.RUNNING
    assert (entry.when, entry.what, entry.more) == ("Today, 10:30", "Session 15", ", is running")


def test_consents_stand_between_sessions_newest_first() -> None:
    record = amaras_record()
    consents = tuple(line.consent for line in record.lines)
    session = a_session(1, datetime(2026, 9, 8, 10, 30, tzinfo=UTC))
    names = tuple((line.purpose.id, line.purpose.template.name) for line in record.lines)
    state = derive(Snapshot(AMARA, (Glimpse(session, "", True),), consents, names), NOW)
    assert [entry.what for entry in state.entries[:2]] == ["Consent withdrawn", "Session 1"]
    assert state.entries[0].more == ": Text messages"
    assert state.entries[0].session is None


def test_a_no_is_called_declined() -> None:
    record = amaras_record()
    consents = tuple(
        line.consent for line in record.lines if line.consent.events[0].kind is EventKind.REFUSED
    )
    state = derive(Snapshot(AMARA, (), consents), NOW)
    assert {entry.what for entry in state.entries} == {"Consent declined", "Consent asked"}


def test_the_line_of_time_is_short() -> None:
    started = datetime(2026, 1, 1, 9, tzinfo=UTC)
    sessions = tuple(
        Glimpse(a_session(n, started + timedelta(days=n)), "", True) for n in range(1, 40)
    )
    assert len(derive(Snapshot(AMARA, sessions), NOW).entries) == SHOWN


def test_first_words_line_up_spaces_and_are_few() -> None:
    assert first_words("Six\u2028yeses\t on  Monday") == "Six yeses on Monday"
    assert first_words(" " * 5_000 + "Six") == "Six"
    assert len(first_words("yes " * 5_000)) <= LONGEST
    assert first_words("") == ""


def test_no_more_notes_are_read_than_are_shown(tmp_path: Path) -> None:
    clock = FixedClock()
    workspace = a_workspace(tmp_path, clock)
    client = add_client(workspace, "Amara Osei")
    for number in range(SHOWN + 3):
        hold_session(workspace, clock, client, note=f"Note {number}")
    glimpses = read(workspace, client).glimpses
    workspace.close()
    assert [glimpse.words for glimpse in glimpses] == [
        f"Note {number}" for number in reversed(range(3, SHOWN + 3))
    ]
