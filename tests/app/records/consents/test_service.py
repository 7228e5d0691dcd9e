"""Events are appended, numbered by client, and never edited."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import EventNotPossible
from app.core.ids import ClientId
from app.records.consents.record import EventKind, Method
from app.records.consents.service import Decision
from app.storage.database import Database
from app.workspace import Workspace
from crypto.errors import ConstraintRefused
from tests.support.fixed_clock import FixedClock


def decision(
    workspace: Workspace, client: ClientId, clock: FixedClock, purpose: int = 0
) -> Decision:
    chosen = workspace.purposes.listed()[purpose]
    return Decision(client, chosen.id, chosen.notice.id, EventKind.GIVEN, clock.now(), Method.ALOUD)


def test_what_was_recorded_is_read_back(
    workspace: Workspace, amara: ClientId, clock: FixedClock
) -> None:
    given = replace(
        decision(workspace, amara, clock),
        ends_on=clock.now().day + timedelta(days=90),
        remark="In session 3",
    )
    workspace.consents.record(given)
    (consent,) = workspace.consents.of_client(amara)
    event = consent.last
    assert (event.number, event.kind, event.at) == (1, EventKind.GIVEN, given.at)
    assert (event.method, event.ends_on, event.remark) == (
        Method.ALOUD,
        given.ends_on,
        "In session 3",
    )
    assert event.notice == given.notice


def test_a_clients_events_are_numbered_over_all_purposes(
    workspace: Workspace, amara: ClientId, clock: FixedClock
) -> None:
    first, second = (decision(workspace, amara, clock, purpose) for purpose in (0, 1))
    workspace.consents.record(first)
    workspace.consents.record(second)
    clock.move(timedelta(days=1))
    withdrawn = replace(first, kind=EventKind.WITHDRAWN, at=clock.now())
    workspace.consents.record(withdrawn)
    numbers = {
        consent.purpose: [event.number for event in consent.events]
        for consent in workspace.consents.of_client(amara)
    }
    assert numbers == {first.purpose: [1, 3], second.purpose: [2]}


def test_an_event_that_does_not_follow_is_refused_and_nothing_is_kept(
    workspace: Workspace, amara: ClientId, clock: FixedClock
) -> None:
    with pytest.raises(EventNotPossible):
        workspace.consents.record(
            replace(decision(workspace, amara, clock), kind=EventKind.WITHDRAWN)
        )
    assert workspace.consents.of_client(amara) == ()


def test_an_event_cannot_be_dated_before_the_one_that_it_follows(
    workspace: Workspace, amara: ClientId, clock: FixedClock
) -> None:
    given = decision(workspace, amara, clock)
    workspace.consents.record(given)
    earlier = replace(given, kind=EventKind.WITHDRAWN, at=given.at.plus(timedelta(hours=-1)))
    with pytest.raises(EventNotPossible):
        workspace.consents.record(earlier)


@pytest.mark.parametrize(
    "forbidden",
    [
        "UPDATE consent_events SET kind = 'refused', ends_on = NULL",
        "DELETE FROM consent_events",
        "UPDATE consents SET purpose_id = id",
        "DELETE FROM consents",
    ],
)
def test_the_database_refuses_to_edit_or_delete_events(
    workspace: Workspace, amara: ClientId, clock: FixedClock, forbidden: str
) -> None:
    workspace.consents.record(decision(workspace, amara, clock))
    with pytest.raises(ConstraintRefused), Database(workspace._vault).write() as writer:
        writer.execute(forbidden)
