"""The list of sessions is derived from the vault and the day."""

from datetime import UTC, datetime, timedelta

import pytest

from app.core.clock import Moment
from app.core.ids import ClientId, SessionId, new_id
from app.records.sessions.record import Session
from tests.support.fixed_clock import FixedClock
from ui.pages.client.glimpse import Glimpse
from ui.pages.client.sessions_model import Line, Snapshot, Standing, derive

NOW = FixedClock().now()
STARTED = Moment(datetime(2026, 11, 3, 10, 30, tzinfo=UTC), "Europe/London")


def a_session(minutes: int | None) -> Session:
    ended = None if minutes is None else STARTED.plus(timedelta(minutes=minutes))
    return Session(SessionId(new_id()), ClientId(new_id()), 14, STARTED, ended)


def line_of(glimpse: Glimpse, now: Moment = NOW) -> Line:
    (line,) = derive(Snapshot(glimpse.session.client, (glimpse,)), now).lines
    return line


def test_a_line_says_number_day_times_and_length() -> None:
    line = line_of(Glimpse(a_session(58), "Six yeses", False))
    told = (line.number, line.day, line.times, line.length, line.words)
    assert told == ("14", "Tue 3 Nov", "10:30 to 11:28", "58 min", "Six yeses")


def test_a_session_of_today_says_so() -> None:
    line = line_of(Glimpse(a_session(58), "", False), STARTED)
    assert line.day == "Today"


def test_a_session_that_runs_has_no_length_yet() -> None:
    line = line_of(Glimpse(a_session(None), "", False))
    assert (line.times, line.length) == ("since 10:30", "")


@pytest.mark.parametrize(
    ("minutes", "final", "standing"),
    [
        (None, False, Standing.RUNNING),
        (58, False, Standing.DRAFT),
        (58, True, Standing.FINAL),
    ],
)
def test_a_note_is_a_draft_until_it_is_final(
    minutes: int | None, final: bool, standing: Standing
) -> None:
    line = line_of(Glimpse(a_session(minutes), "", final))
    assert line.standing is standing
