"""What can't be kept is said at its own field."""

from app.core.errors import NameMissing, NameNotUsable, TextTooLong
from app.records.clients.record import ClientDetails
from ui.pages.client.details import knows_working_with, refusals


def test_details_that_can_be_kept_have_no_refusals() -> None:
    assert refusals(ClientDetails("A. O.", goals="Say no\nHand over")) == {}


def test_each_field_is_refused_on_its_own() -> None:
    refused = refusals(ClientDetails(" ", role="a\x00b", needs="x" * 30_000))
    assert {name: type(error) for name, error in refused.items()} == {
        "name": NameMissing,
        "role": NameNotUsable,
        "needs": TextTooLong,
    }


def test_a_name_and_a_role_say_nothing_about_working_together() -> None:
    assert not knows_working_with(ClientDetails("Amara", role="CFO"))
    assert knows_working_with(ClientDetails("Amara", needs="Quiet"))
