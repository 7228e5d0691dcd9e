"""What the tab shows follows from the vault and the day, for the client who is shown."""

from datetime import date, timedelta

from app.records.consents.record import EventKind
from tests.support.consent_records import Diary, amara, amaras_record, at, purpose
from tests.support.desk import Desk
from tests.support.record_desk import RecordDesk
from tests.support.workspaces import add_client
from ui.pages.record.view_model import RecordModel, Snapshot, State, derive

TEXTS = purpose("text_messages")
NOVEMBER = date(2026, 11, 17)


def facts(diary: Diary | None = None) -> Snapshot:
    record = diary.record(at(2026, 11, 17)) if diary else amaras_record()
    return Snapshot(
        client=record.client,
        practice=record.practice,
        purposes=tuple(line.purpose for line in record.lines),
        consents=tuple(line.consent for line in record.lines),
        disclosures=(),
    )


def test_every_consent_has_a_row_and_every_event_an_entry() -> None:
    state = derive(facts(), at(2026, 11, 17, 10, 12))
    assert [row.words for row in state.rows] == [
        "Given",
        "Given",
        "Withdrawn",
        "Declined",
        "Expired",
        "Given",
        "Ends 2 Dec",
    ]
    assert state.sealed == 10
    assert len(state.entries) == 11  # and one expiry, which nobody wrote


def test_the_day_is_the_practice_s() -> None:
    assert derive(facts(), at(2026, 6, 30, 22, 59)).today == date(2026, 6, 30)
    assert derive(facts(), at(2026, 6, 30, 23, 1)).today == date(2026, 7, 1)


def test_states_follow_the_day_without_anything_being_written() -> None:
    ends = Diary(amara()).note(TEXTS, EventKind.GIVEN, at(2026, 3, 12), ends_on=NOVEMBER)
    last_day = derive(facts(ends), at(2026, 11, 17, 23, 59))
    day_after = derive(facts(ends), at(2026, 11, 18, 0, 1))
    assert [row.words for row in last_day.rows] == ["Ends 17 Nov"]
    assert [row.words for row in day_after.rows] == ["Expired"]
    assert (len(last_day.entries), len(day_after.entries)) == (1, 2)
    assert last_day.sealed == day_after.sealed == 1


def test_a_purpose_that_was_never_asked_about_has_no_row() -> None:
    state = derive(facts(), at(2026, 11, 17))
    assert state.row(TEXTS.id) is None
    first = state.purposes[0]
    row = state.row(first.id)
    assert row is not None
    assert row.name == first.template.name


def test_nothing_on_record_is_a_state_too() -> None:
    state = derive(facts(Diary(amara())), at(2026, 11, 17))
    assert (state.rows, state.entries, state.sealed) == ((), (), 0)


def test_an_answer_about_a_client_who_was_left_is_dropped(desk: Desk) -> None:
    first, second = desk.ask(
        lambda workspace: (add_client(workspace, "Amara Osei"), add_client(workspace, "Joel"))
    )
    model = RecordModel(desk.jobs, desk.clock)
    told: list[State | None] = []
    model.state_changed.connect(told.append)
    model.load(first)
    model.load(second)
    desk.rest()
    assert [state.client.id for state in told if state] == [second]


def test_after_midnight_the_state_is_that_of_the_new_day(record: RecordDesk) -> None:
    record.note("text_messages", EventKind.GIVEN, date(2026, 3, 12), ends_on=NOVEMBER)
    model = RecordModel(record.desk.jobs, record.desk.clock)
    assert model.state_today() is None
    model.load(record.client)
    record.desk.rest()
    record.desk.clock.move(timedelta(days=1))
    state = model.state_today()
    assert state is not None
    assert [row.words for row in state.rows] == ["Expired"]
