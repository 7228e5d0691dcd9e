"""The sidebar shows the clients of the last 60 days, eight at most, by name."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.core.changes import Changes, Kind
from app.core.clock import Moment
from app.core.ids import ClientId, new_id
from app.records.clients.record import Client, ClientDetails
from tests.support.fixed_clock import FixedClock
from tests.support.made_up import made_up_workspace
from tests.support.never import never
from tests.support.workspaces import add_client
from ui.jobs import Jobs
from ui.sidebar.sidebar_view_model import SidebarViewModel, Snapshot, State, derive

NOW = FixedClock().now()
TODAY = NOW.day
LONG_AGO = Moment(datetime(2025, 1, 1, tzinfo=UTC), "UTC")


def client(name: str, since: Moment = LONG_AGO, archived: Moment | None = None) -> Client:
    return Client(ClientId(new_id()), ClientDetails(name), since, archived)


def names(clients: list[Client], last_seen: Mapping[ClientId, date]) -> list[str]:
    state = derive(Snapshot("Whitlock Coaching", clients, last_seen), NOW)
    return [shown.name for shown in state.clients]


def test_a_client_seen_within_60_days_is_shown() -> None:
    near, far = client("Amara Osei"), client("Joel Pennington")
    seen = {near.id: TODAY - timedelta(60), far.id: TODAY - timedelta(61)}
    assert names([near, far], seen) == ["Amara Osei"]


def test_a_client_added_within_60_days_is_shown_before_the_first_session() -> None:
    new = client("Zoë", since=Moment(datetime(2026, 11, 1, tzinfo=UTC), "UTC"))
    assert names([new], {}) == ["Zoë"]


def test_an_archived_client_is_not_shown() -> None:
    gone = client("Amara Osei", archived=LONG_AGO)
    assert names([gone], {gone.id: TODAY}) == []


def test_of_more_than_eight_the_latest_are_shown_by_name() -> None:
    clients = [client(f"Client {letter}") for letter in "ABCDEFGHIJ"]
    seen = {one.id: TODAY - timedelta(days) for days, one in enumerate(reversed(clients))}
    assert names(clients, seen) == [f"Client {letter}" for letter in "CDEFGHIJ"]


def test_it_counts_who_is_active_and_who_is_known() -> None:
    state = derive(Snapshot("V", [client("A"), client("B", archived=LONG_AGO)], {}), NOW)
    assert (state.active, state.known) == (1, 2)


def test_it_follows_what_is_written(open_jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    model = SidebarViewModel(open_jobs, FixedClock(), open_jobs)
    model.load()
    qtbot.waitUntil(lambda: model.state.vault_name == "Whitlock Coaching")
    assert not model.state.known
    states: list[State] = []
    model.state_changed.connect(states.append)
    open_jobs.write(model, lambda vault: Changes.of(Kind.CLIENT, add_client(vault, "Amara Osei")))
    qtbot.waitUntil(lambda: bool(states))
    assert [shown.initials for shown in states[-1].clients] == ["AO"]


def test_a_made_up_practice_says_where_it_lies(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    opened: list[bool] = []
    folder = tmp_path / "vault"
    jobs.open(jobs, lambda: made_up_workspace(folder, 5, 2), lambda: opened.append(True), never)
    qtbot.waitUntil(lambda: bool(opened))
    model = SidebarViewModel(jobs, FixedClock(), jobs)
    model.load()
    qtbot.waitUntil(lambda: model.state.made_up_in == str(folder))


def test_a_real_practice_is_nowhere_made_up(open_jobs: Jobs, qtbot: QtBot) -> None:
    model = SidebarViewModel(open_jobs, FixedClock(), open_jobs)
    with qtbot.waitSignal(model.state_changed):
        model.load()
    assert model.state.made_up_in == ""
