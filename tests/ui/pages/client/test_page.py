"""The page of one client: its tabs, its commands, and the way into sessions."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.ids import ClientId
from app.records.clients.record import ClientDetails, Pronouns
from crypto.errors import VaultDamaged
from tests.support.desk import Desk, add_clients
from tests.support.find import find
from tests.support.workspaces import hold_session
from ui.pages.client.overview_model import OverviewModel
from ui.pages.client.overview_tab import OverviewTab
from ui.pages.client.page import ClientPage
from ui.pages.client.sessions_model import SessionsModel
from ui.pages.client.sessions_tab import SessionsTab
from ui.pages.client.view_model import ClientModel
from ui.places.client_tab import ClientTab
from ui.places.navigation import PageId, Place
from ui.shell.session_start import SessionStart
from ui.widgets.button import Button
from ui.widgets.fitted_list import FittedList
from ui.widgets.tab_bar import TabBar
from ui.widgets.toast import Toast


class RecordTab(ClientTab):
    """A tab that somebody else brings, with a button of its own."""

    key = "record"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.shown: list[ClientId] = []
        self._export = Button(desk.theme, "Export")

    def title(self) -> str:
        return "Record"

    def show_client(self, client: ClientId) -> None:
        self.shown.append(client)

    def header_buttons(self) -> tuple[QWidget, ...]:
        return (self._export,)


@pytest.fixture
def page(desk: Desk) -> ClientPage:
    """The page with its tabs, not shown yet."""
    jobs, clock, navigation, registry = desk.jobs, desk.clock, desk.navigation, desk.registry
    start = SessionStart(jobs, navigation, desk.window)
    registry.bind("session.start", start.here)
    tabs = (
        OverviewTab(desk.theme, OverviewModel(jobs, clock, desk.window), navigation, registry),
        SessionsTab(desk.theme, SessionsModel(jobs, clock, desk.window), navigation, registry),
        RecordTab(desk),
    )
    model = ClientModel(jobs, clock, desk.window)
    return ClientPage(desk.theme, model, navigation, registry, tabs)


@pytest.fixture
def amara(desk: Desk) -> ClientId:
    """A client of whom nothing but the name is known."""
    return add_clients(desk, "Amara Osei")[0]


def words(desk: Desk) -> list[str]:
    return [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]


def at(client: ClientId, tab: str = "") -> Place:
    return Place(PageId.CLIENT, client=client, tab=tab)


def test_the_head_says_who_it_is(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    desk.show(page, at(amara))
    assert "Amara Osei" in words(desk)
    assert "Client since 17 November 2026" in words(desk)


def test_an_unknown_client_is_asked_about(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    desk.show(page, at(amara))
    assert "What does Amara need from you?" in words(desk)
    assert find(page, Button, "client.fill_in").isVisible()


def test_what_is_known_is_shown(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    details = ClientDetails("Amara Osei", Pronouns.SHE, goals="Say no\nHand over the rota")
    desk.ask(lambda w: w.clients.change(amara, details))
    desk.show(page, at(amara))
    assert "Working with Amara" in words(desk)
    assert "Say no\nHand over the rota" in words(desk)
    assert not find(page, Button, "client.edit_working_with").isHidden()


def test_f5_starts_a_session_with_this_client(
    desk: Desk, page: ClientPage, amara: ClientId
) -> None:
    desk.show(page, at(amara))
    desk.key(Qt.Key.Key_F5)
    (session,) = desk.ask(lambda w: w.sessions.running())
    assert desk.places[-1] == Place(PageId.SESSION, client=amara, session=session.id)


def test_the_main_button_goes_on_with_a_session_that_runs(
    desk: Desk, page: ClientPage, amara: ClientId
) -> None:
    desk.ask(lambda w: w.start_session(amara))
    desk.show(page, at(amara))
    assert find(page, Button, "client.start_session").text() == "Go on with session"
    desk.press("client.start_session")
    assert len(desk.ask(lambda w: w.sessions.of_client(amara))) == 1


def test_a_tab_is_a_place_to_come_back_to(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    desk.show(page, at(amara))
    tabs = find(page, TabBar)
    tabs.setCurrentIndex(1)
    assert desk.places[-1] == at(amara, "sessions")
    desk.navigation.back()
    assert tabs.currentIndex() == 0


def test_ctrl_tab_walks_round_the_tabs(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    desk.show(page, at(amara))
    for key in ("sessions", "record", ""):
        desk.registry.run("client.next_tab")
        assert desk.places[-1] == at(amara, key)
    desk.registry.run("client.previous_tab")
    assert desk.places[-1] == at(amara, "record")


def test_the_tabs_stay_under_the_pointer(
    desk: Desk, page: ClientPage, amara: ClientId, qtbot: QtBot
) -> None:
    desk.show(page, at(amara))
    tabs = find(page, TabBar)
    places = set[int]()
    for key in ("", "sessions", "record"):
        desk.navigation.go(at(amara, key))
        desk.rest()
        qtbot.wait(20)
        places.add(tabs.mapTo(page, QPoint()).y())
    assert len(places) == 1


def test_a_tab_with_buttons_of_its_own_stands_in_for_the_main_one(
    desk: Desk, page: ClientPage, amara: ClientId
) -> None:
    desk.show(page, at(amara, "record"))
    assert not find(page, Button, "client.start_session").isVisible()
    (own,) = find(page, RecordTab).header_buttons()
    assert own.isVisible()
    desk.navigation.go(at(amara))
    assert find(page, Button, "client.start_session").isVisible()
    assert not own.isVisible()


def test_every_tab_is_told_who_is_shown(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    desk.show(page, at(amara))
    assert find(page, RecordTab).shown == [amara]


def test_a_tab_shows_how_much_it_holds(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    desk.ask(lambda w: hold_session(w, desk.clock, amara, "Six yeses"))
    desk.show(page, at(amara, "sessions"))
    assert find(page, TabBar).accessibleTabName(1) == "Sessions, 1"


@pytest.mark.parametrize(
    ("tab", "name"), [("", "client.timeline"), ("sessions", "client.sessions")]
)
def test_enter_opens_a_session(
    desk: Desk, page: ClientPage, amara: ClientId, tab: str, name: str
) -> None:
    session = desk.ask(lambda w: hold_session(w, desk.clock, amara, "Six yeses"))
    desk.show(page, at(amara, tab))
    assert desk.focus() is find(page, FittedList, name)
    desk.key(Qt.Key.Key_Return)
    assert desk.places[-1] == Place(PageId.SESSION, client=amara, session=session)


def test_archiving_acts_at_once_and_can_be_undone(
    desk: Desk, page: ClientPage, amara: ClientId
) -> None:
    desk.show(page, at(amara))
    desk.registry.run("client.archive")
    desk.rest()
    assert desk.ask(lambda w: w.clients.get(amara)).is_archived
    assert not find(page, Button, "client.start_session").isVisible()
    toast = find(desk.window, Toast)
    toast.undo()
    desk.rest()
    assert not desk.ask(lambda w: w.clients.get(amara)).is_archived
    assert find(page, Button, "client.start_session").isVisible()


def test_no_toast_lies_over_a_session(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    desk.show(page, at(amara))
    desk.registry.run("client.archive")
    desk.rest()
    assert find(desk.window, Toast).isVisible()
    desk.navigation.go(Place(PageId.SESSION, client=amara))
    assert not any(toast.isVisible() for toast in desk.window.findChildren(Toast))


@pytest.mark.parametrize("tab", ["", "sessions"])
def test_a_tab_that_cannot_be_read_says_so(
    desk: Desk, page: ClientPage, amara: ClientId, tab: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_client: ClientId) -> None:
        raise VaultDamaged

    desk.ask(lambda w: monkeypatch.setattr(w.sessions, "of_client", damaged))
    desk.show(page, at(amara, tab))
    assert "This can’t be read" in words(desk)
    assert not find(page, Button, "client.start_first_session").isVisible()


def test_an_archived_client_is_restored(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    desk.ask(lambda w: w.clients.archive(amara))
    desk.show(page, at(amara))
    assert not desk.registry.is_enabled("client.archive")
    desk.press("client.restore_button")
    assert not desk.ask(lambda w: w.clients.get(amara)).is_archived
    assert desk.registry.is_enabled("client.archive")


def test_an_archived_client_takes_no_session(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    desk.ask(lambda w: w.clients.archive(amara))
    desk.show(page, at(amara))
    desk.key(Qt.Key.Key_F5)
    assert [type(error).__name__ for error in desk.troubles] == ["ClientArchived"]


def test_alt_down_goes_to_the_next_client_on_the_same_tab(desk: Desk, page: ClientPage) -> None:
    amara, joel = add_clients(desk, "Amara Osei", "Joel Pennington")
    desk.show(page, at(amara, "sessions"))
    desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.places[-1] == at(joel, "sessions")
    desk.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.places[-1] == at(amara, "sessions")


def test_the_page_follows_what_is_written(desk: Desk, page: ClientPage, amara: ClientId) -> None:
    desk.show(page, at(amara))
    desk.jobs.write(page, lambda w: w.clients.change(amara, ClientDetails("A. O.", role="CFO")))
    desk.rest()
    assert "CFO. Client since 17 November 2026" in words(desk)
    desk.jobs.write(page, lambda w: w.start_session(amara))
    desk.rest()
    assert find(page, Button, "client.start_session").text() == "Go on with session"


def test_nothing_of_another_client_is_left_while_one_is_read(desk: Desk, page: ClientPage) -> None:
    amara, joel = add_clients(desk, "Amara Osei", "Joel Pennington")
    desk.ask(lambda w: hold_session(w, desk.clock, amara, "Six yeses"))
    desk.show(page, at(amara))
    desk.navigation.go(at(joel))
    assert "Amara Osei" not in words(desk)
    assert find(page, FittedList, "client.timeline").model().rowCount() == 0
    assert not desk.registry.is_enabled("client.archive")
    desk.rest()
    assert "Joel Pennington" in words(desk)
