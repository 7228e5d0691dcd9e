"""The page of all clients: find, open, add, restore."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.support.desk import Desk, add_clients
from tests.support.find import find
from ui.pages.clients.client_list import ClientList
from ui.pages.clients.page import ClientsPage
from ui.pages.clients.view_model import ClientsModel
from ui.places.navigation import PageId, Place
from ui.widgets.button import Button
from ui.widgets.rows import RowModel

CLIENTS = Place(PageId.CLIENTS)


@pytest.fixture
def page(desk: Desk) -> ClientsPage:
    """The page, not shown yet."""
    model = ClientsModel(desk.jobs, desk.clock)
    page = ClientsPage(desk.theme, model, desk.navigation, desk.registry)
    model.setParent(page)
    return page


def rows(page: ClientsPage) -> list[str]:
    model = find(page, RowModel)
    return [model.row(model.index(at, 0)).title for at in range(model.rowCount())]


def words(desk: Desk) -> list[str]:
    return [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]


def test_without_clients_the_page_says_how_to_begin(desk: Desk, page: ClientsPage) -> None:
    desk.show(page, CLIENTS)
    assert "Nobody yet" in words(desk)
    assert find(page, Button, "clients.add_first").isVisible()
    assert not find(page, Button, "clients.add").isVisible()


def test_archived_clients_stand_below_a_heading(desk: Desk, page: ClientsPage) -> None:
    amara, _joel = add_clients(desk, "Amara Osei", "Joel Pennington")
    desk.ask(lambda w: w.clients.archive(amara))
    desk.show(page, CLIENTS)
    assert rows(page) == ["Joel Pennington", "Archived", "Amara Osei"]
    assert "1 active, 1 archived" in words(desk)


def test_typing_in_the_list_goes_to_the_filter(desk: Desk, page: ClientsPage) -> None:
    add_clients(desk, "Amara Osei", "Joel Pennington")
    desk.show(page, CLIENTS)
    desk.type("j")
    desk.type("oel")
    assert find(page, QLineEdit, "clients.filter").text() == "joel"
    assert rows(page) == ["Joel Pennington"]


def test_enter_in_the_filter_opens_the_first_one_found(desk: Desk, page: ClientsPage) -> None:
    _amara, joel = add_clients(desk, "Amara Osei", "Joel Pennington")
    desk.show(page, CLIENTS)
    desk.type("penn")
    desk.key(Qt.Key.Key_Return)
    assert desk.places[-1] == Place(PageId.CLIENT, client=joel)


def test_what_is_not_found_is_said(desk: Desk, page: ClientsPage) -> None:
    add_clients(desk, "Amara Osei")
    desk.show(page, CLIENTS)
    desk.type("delgat")
    assert "Nothing found for “delgat”" in words(desk)


def test_enter_opens_the_current_client(desk: Desk, page: ClientsPage) -> None:
    _amara, joel = add_clients(desk, "Amara Osei", "Joel Pennington")
    desk.show(page, CLIENTS)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert desk.places[-1] == Place(PageId.CLIENT, client=joel)


def test_a_click_opens_a_client(desk: Desk, page: ClientsPage) -> None:
    (amara,) = add_clients(desk, "Amara Osei")
    desk.show(page, CLIENTS)
    view = find(page, ClientList)
    middle = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert desk.places[-1] == Place(PageId.CLIENT, client=amara)


def test_an_archived_client_is_restored_from_the_row(desk: Desk, page: ClientsPage) -> None:
    (amara,) = add_clients(desk, "Amara Osei")
    desk.ask(lambda w: w.clients.archive(amara))
    desk.show(page, CLIENTS)
    restore = find(page, Button, "clients.restore")
    assert restore.isVisible()
    assert restore.accessibleName() == "Restore Amara Osei"
    desk.press("clients.restore")
    assert not desk.ask(lambda w: w.clients.get(amara)).is_archived
    assert rows(page) == ["Amara Osei"]


def test_the_filter_comes_back_with_the_view(desk: Desk, page: ClientsPage) -> None:
    add_clients(desk, "Amara Osei", "Joel Pennington")
    desk.show(page, CLIENTS)
    page.restore_view({"wanted": "amara"})
    assert rows(page) == ["Amara Osei"]
    assert page.view_state() == {"wanted": "amara"}
