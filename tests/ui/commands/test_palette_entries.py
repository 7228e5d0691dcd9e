"""The palette finds clients by name, and actions by title and everyday words."""

import pytest

from ui.commands.palette_entries import AT_MOST, Entry, EntryKind, matching


def client(name: str) -> Entry:
    return Entry(EntryKind.CLIENT, name, name)


def action(title: str, *words: str) -> Entry:
    return Entry(EntryKind.ACTION, title, title, words)


ENTRIES = (
    action("Lock", "close vault"),
    action("Larger text", "zoom in"),
    action("All clients", "people"),
    action("Change the passphrase", "password", "secret"),
    client("Amara Osei"),
    client("José Ñandú"),
    client("Leila Farouk"),
    client("Zoë Lang"),
)


def found(typed: str) -> list[str]:
    return [entry.title for entry in matching(ENTRIES, typed)]


def test_nothing_typed_offers_everything_clients_first() -> None:
    assert found("")[:2] == ["Amara Osei", "José Ñandú"]
    assert len(found("")) == len(ENTRIES)


@pytest.mark.parametrize("typed", ["jose", "JOSÉ", "nandu", "jo na", "na jo"])
def test_case_accents_and_order_do_not_matter(typed: str) -> None:
    assert found(typed) == ["José Ñandú"]


def test_an_action_is_found_by_an_everyday_word() -> None:
    assert found("password") == ["Change the passphrase"]


def test_the_beginning_of_a_title_comes_first() -> None:
    assert found("l")[:2] == ["Leila Farouk", "Zoë Lang"]
    assert found(">l")[:3] == ["Lock", "Larger text", "All clients"]


def test_at_asks_for_clients_and_greater_for_actions() -> None:
    assert found("@l") == ["Leila Farouk", "Zoë Lang"]
    assert found("@ zoe") == ["Zoë Lang"]
    assert found(">zo") == ["Larger text"]
    assert found("@lock") == []


def test_every_part_must_be_found() -> None:
    assert found("amara lock") == []


def test_of_one_kind_only_the_best_are_shown_unless_it_is_asked_for() -> None:
    many = [client(f"Client {number:02}") for number in range(30)]
    assert len(matching(many, "client")) == AT_MOST
    assert len(matching(many, "@client")) == 30
