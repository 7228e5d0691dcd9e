"""The way into a session, from whatever page the coach is on."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.core.changes import Changes, Kind
from app.core.ids import ClientId
from app.records.clients.record import ClientDetails
from ui.jobs import Jobs
from ui.places.navigation import Navigation, PageId, Place
from ui.shell.session_start import SessionStart


@pytest.fixture
def amara(open_jobs: Jobs, qtbot: QtBot) -> ClientId:
    """A client."""
    added: list[Changes] = []
    open_jobs.write(open_jobs, lambda w: w.clients.add(ClientDetails("Amara")), added.append)
    qtbot.waitUntil(lambda: bool(added))
    return ClientId(added[0].id_of(Kind.CLIENT))


@pytest.fixture
def start(open_jobs: Jobs, navigation: Navigation) -> Iterator[SessionStart]:
    """The way in."""
    start = SessionStart(open_jobs, navigation)
    yield start
    start.deleteLater()


def test_on_a_client_s_page_it_starts_with_that_client(
    start: SessionStart, navigation: Navigation, amara: ClientId, qtbot: QtBot
) -> None:
    navigation.go(Place(PageId.CLIENT, client=amara))
    start.here()
    qtbot.waitUntil(lambda: navigation.place != Place(PageId.CLIENT, client=amara))
    place = navigation.place
    assert place is not None
    assert (place.page, place.client) == (PageId.SESSION, amara)
    assert place.session is not None


def test_elsewhere_it_asks_with_whom(
    start: SessionStart, navigation: Navigation, qtbot: QtBot
) -> None:
    navigation.go(Place(PageId.SETTINGS))
    with qtbot.waitSignal(start.client_wanted):
        start.here()
    assert navigation.place == Place(PageId.SETTINGS)


def test_a_second_start_goes_on_with_the_session_that_runs(
    start: SessionStart, navigation: Navigation, amara: ClientId, qtbot: QtBot
) -> None:
    start.with_client(amara)
    qtbot.waitUntil(lambda: navigation.place is not None)
    first = navigation.place
    navigation.go(Place(PageId.TODAY))
    start.with_client(amara)
    qtbot.waitUntil(lambda: navigation.place == first)
