"""The head of a client's page is derived from the vault and the day."""

from dataclasses import replace

import pytest

from app.core.ids import ClientId, SessionId, new_id
from app.records.clients.record import Client, ClientDetails, Pronouns
from app.records.sessions.record import Session
from tests.support.fixed_clock import FixedClock
from ui.pages.client.view_model import Snapshot, derive
from ui.pages.client.words import question

NOW = FixedClock().now()


def a_client(name: str, pronouns: Pronouns = Pronouns.UNSET, role: str = "") -> Client:
    return Client(ClientId(new_id()), ClientDetails(name, pronouns, role), NOW)


AMARA = a_client("Amara Osei", Pronouns.SHE, "Head of operations, Northfold Trust")
JOEL = a_client("Joel Pennington")
LEILA = a_client("Leila Farouk")
EVERYBODY = (AMARA, JOEL, LEILA)


def test_the_line_below_the_name_says_pronouns_role_and_since_when() -> None:
    assert derive(Snapshot(AMARA, EVERYBODY, ()), NOW).about == (
        "She/her. Head of operations, Northfold Trust. Client since 17 November 2026"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert derive(Snapshot(JOEL, EVERYBODY, ()), NOW).about == "Client since 17 November 2026"


def test_an_archived_client_says_since_when() -> None:
    archived = replace(JOEL, archived_at=NOW)
    state = derive(Snapshot(archived, (AMARA, archived), ()), NOW)
    assert state.archived
    assert state.about == "Client since 17 November 2026. Archived today"


def test_a_session_of_this_client_runs_but_not_that_of_another() -> None:
    session = Session(SessionId(new_id()), AMARA.id, 1, NOW)
    assert derive(Snapshot(AMARA, EVERYBODY, (session,)), NOW).running
    assert not derive(Snapshot(JOEL, EVERYBODY, (session,)), NOW).running


def test_after_the_last_client_comes_the_first() -> None:
    state = derive(Snapshot(LEILA, EVERYBODY, ()), NOW)
    assert (state.previous, state.next) == (JOEL.id, AMARA.id)


def test_archived_clients_are_passed_over() -> None:
    archived = replace(JOEL, archived_at=NOW)
    state = derive(Snapshot(AMARA, (AMARA, archived, LEILA), ()), NOW)
    assert (state.previous, state.next) == (LEILA.id, LEILA.id)


def test_the_only_client_has_no_neighbours() -> None:
    state = derive(Snapshot(AMARA, (AMARA,), ()), NOW)
    assert (state.previous, state.next) == (None, None)


@pytest.mark.parametrize(
    ("pronouns", "asked"),
    [
        (Pronouns.SHE, "What does she need from you?"),
        (Pronouns.HE, "What does he need from you?"),
        (Pronouns.THEY, "What do they need from you?"),
        (Pronouns.UNSET, "What does Kim need from you?"),
    ],
)
def test_the_question_uses_the_client_s_pronouns(pronouns: Pronouns, asked: str) -> None:
    assert question(a_client("Kim Lee", pronouns)) == asked
