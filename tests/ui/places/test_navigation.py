"""Navigation walks places like a browser."""

from app.core.ids import ClientId, new_id
from ui.places.navigation import FURTHEST_BACK, HOME, Navigation, PageId, Place

CLIENTS = Place(PageId.CLIENTS)
SETTINGS = Place(PageId.SETTINGS)


def places(navigation: Navigation) -> list[Place]:
    """Every place that it arrives at from now on."""
    arrived: list[Place] = []
    navigation.arrived.connect(arrived.append)
    return arrived


def test_it_begins_nowhere(navigation: Navigation) -> None:
    assert navigation.place is None
    assert not navigation.can_go_back
    assert not navigation.can_go_forward


def test_going_arrives(navigation: Navigation) -> None:
    arrived = places(navigation)
    navigation.go(HOME)
    navigation.go(CLIENTS)
    assert arrived == [HOME, CLIENTS]
    assert navigation.place == CLIENTS


def test_going_where_one_is_does_nothing(navigation: Navigation) -> None:
    navigation.go(HOME)
    arrived = places(navigation)
    navigation.go(Place(PageId.TODAY))
    assert arrived == []
    assert not navigation.can_go_back


def test_back_and_forward_walk_the_places_visited(navigation: Navigation) -> None:
    for place in (HOME, CLIENTS, SETTINGS):
        navigation.go(place)
    arrived = places(navigation)
    navigation.back()
    navigation.back()
    navigation.back()
    navigation.forward()
    assert arrived == [CLIENTS, HOME, CLIENTS]


def test_going_somewhere_else_after_back_forgets_the_way_forward(navigation: Navigation) -> None:
    for place in (HOME, CLIENTS):
        navigation.go(place)
    navigation.back()
    navigation.go(SETTINGS)
    assert not navigation.can_go_forward
    navigation.back()
    assert navigation.place == HOME


def test_a_tab_is_a_place_of_its_own(navigation: Navigation) -> None:
    client = ClientId(new_id())
    navigation.go(Place(PageId.CLIENT, client))
    navigation.go(Place(PageId.CLIENT, client, tab="sessions"))
    navigation.back()
    assert navigation.place == Place(PageId.CLIENT, client)


def test_the_way_back_has_an_end(navigation: Navigation) -> None:
    for number in range(FURTHEST_BACK + 50):
        navigation.go(Place(PageId.SETTINGS, tab=str(number)))
    for _ in range(FURTHEST_BACK + 50):
        navigation.back()
    assert navigation.place == Place(PageId.SETTINGS, tab="49")
