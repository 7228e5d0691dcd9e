"""A place survives the way into the vault and back; what can't be read leads home."""

import json

import pytest

from app.core.ids import ClientId, SessionId, new_id
from ui.places.navigation import HOME, PageId, Place
from ui.places.place_json import place_from_json, place_to_json


@pytest.mark.parametrize(
    "place",
    [
        HOME,
        Place(PageId.CLIENT, client=ClientId(new_id()), tab="record"),
        Place(PageId.SESSION, client=ClientId(new_id()), session=SessionId(new_id())),
    ],
)
def test_a_place_comes_back_as_it_was(place: Place) -> None:
    assert place_from_json(json.loads(json.dumps(place_to_json(place)))) == place


@pytest.mark.parametrize(
    "value",
    [None, 3, [], {}, {"page": "moon"}, {"page": "client", "client": "no id"}, {"page": []}],
)
def test_what_cannot_be_read_leads_home(value: object) -> None:
    assert place_from_json(value) == HOME
