"""The list of clients is derived from the vault and from what is looked for."""

from app.core.clock import Moment
from app.core.ids import ClientId, new_id
from app.records.clients.record import Client, ClientDetails
from tests.support.fixed_clock import FixedClock
from ui.pages.clients.view_model import Snapshot, State, derive

NOW = FixedClock().now()


def a_client(name: str, role: str = "", archived_at: Moment | None = None) -> Client:
    return Client(ClientId(new_id()), ClientDetails(name, role=role), NOW, archived_at)


AMARA = a_client("Amara Osei", "Head of operations, Northfold Trust")
ZOE = a_client("Zoë Ash", archived_at=NOW)
SNAPSHOT = Snapshot((AMARA, a_client("Joel Pennington"), ZOE), {AMARA.id: NOW.day})


def names(state: State) -> tuple[list[str], list[str]]:
    return [one.name for one in state.active], [one.name for one in state.archived]


def test_active_clients_come_before_archived_ones() -> None:
    assert names(derive(SNAPSHOT, "", NOW)) == (["Amara Osei", "Joel Pennington"], ["Zoë Ash"])


def test_a_part_of_a_name_in_any_case_is_enough() -> None:
    assert names(derive(SNAPSHOT, "PENN", NOW)) == (["Joel Pennington"], [])
    assert names(derive(SNAPSHOT, "zoë", NOW)) == ([], ["Zoë Ash"])


def test_the_role_is_looked_through_too() -> None:
    assert names(derive(SNAPSHOT, "northfold amara", NOW)) == (["Amara Osei"], [])


def test_counts_are_of_all_whatever_is_looked_for() -> None:
    state = derive(SNAPSHOT, "nobody", NOW)
    assert (state.active_count, state.archived_count) == (2, 1)


def test_the_last_session_is_told() -> None:
    assert derive(SNAPSHOT, "amara", NOW).active[0].last_seen == NOW.day
