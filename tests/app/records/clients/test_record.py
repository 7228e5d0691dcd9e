"""What a client is called, and how they are put aside and taken back."""

import pytest

from app.core.ids import ClientId, new_id
from app.records.clients.record import Client, ClientDetails, archived, restored
from tests.support.fixed_clock import FixedClock

NOW = FixedClock().now()


def named(name: str) -> Client:
    return Client(ClientId(new_id()), ClientDetails(name).tidied(), NOW)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Amara Osei", "AO"),
        ("Mei-Lin Garrow", "MG"),
        ("Dr Amara Okafor", "AO"),
        ("Dr. Okafor", "O"),
        ("Ana Maria de Souza", "AS"),
        ("A.", "A"),
        ("amara", "A"),
        ("王小明", "王"),
        ("“Bee” Keeper", "K"),
        ("?", "?"),
    ],
)
def test_initials_are_at_most_two(name: str, initials: str) -> None:
    assert named(name).initials == initials


def test_a_first_name_is_the_first_word_that_is_no_title() -> None:
    assert named("Amara Osei").first_name == "Amara"
    assert named("Dr Amara Okafor").first_name == "Amara"


def test_archiving_twice_keeps_the_first_time_and_restoring_forgets_it() -> None:
    clock = FixedClock()
    client = archived(named("Amara"), clock.now())
    again = archived(client, NOW)
    assert again.archived_at == client.archived_at
    assert not restored(again).is_archived
