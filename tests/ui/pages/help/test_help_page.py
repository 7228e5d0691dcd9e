"""The help: the page of the current screen, by keyboard, and nothing from outside."""

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from tests.support.desk import Desk
from tests.support.find import find
from ui.commands.context import Context
from ui.pages.help.dialog import HelpDialog
from ui.pages.help.page import HelpPage
from ui.pages.help.reader import HelpReader
from ui.pages.help.topic_list import TopicList
from ui.pages.help.topics import Topic, title
from ui.pages.help.view_model import HelpModel
from ui.places.navigation import PageId, Place
from ui.widgets.dialog import Dialog

HELP = Place(PageId.HELP)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> HelpPage:
    """The page, shown and read."""
    model = HelpModel(desk.jobs, desk.window)
    page = HelpPage(desk.theme, model, desk.navigation, desk.registry)
    with qtbot.waitSignal(model.read):
        desk.show(page, HELP)
    return page


def shown(page: HelpPage) -> str:
    return find(page, HelpReader, "help.reader").toPlainText().partition("\n")[0]


def test_it_begins_at_the_beginning(page: HelpPage) -> None:
    assert shown(page) == "Getting started"


def test_arrows_in_the_list_turn_pages(desk: Desk, page: HelpPage) -> None:
    assert isinstance(desk.focus(), TopicList)
    desk.key(Qt.Key.Key_Down)
    assert shown(page) == "Your vault"
    assert desk.places[-1] == Place(PageId.HELP, tab="your-vault")
    assert isinstance(desk.focus(), TopicList)


def test_back_turns_back(desk: Desk, page: HelpPage) -> None:
    desk.key(Qt.Key.Key_End)
    assert shown(page) == "What is protected, and what isn’t"
    desk.navigation.back()
    assert shown(page) == "Getting started"


def test_links_lead_to_other_pages(desk: Desk, page: HelpPage) -> None:
    find(page, HelpReader, "help.reader").anchorClicked.emit(QUrl("locking.md"))
    assert shown(page) == "Locking"


@pytest.mark.parametrize(
    "link", ["https://example.org/locking.md", "file:///etc/passwd", "passwd.md", "locking.txt"]
)
def test_links_lead_nowhere_else(desk: Desk, page: HelpPage, link: str) -> None:
    reader = find(page, HelpReader, "help.reader")
    reader.anchorClicked.emit(QUrl(link))
    assert shown(page) == "Getting started"
    assert desk.places == [HELP]
    assert reader.loadResource(2, QUrl(link)) is None


def test_tab_reaches_the_text_and_its_links(desk: Desk, page: HelpPage) -> None:
    desk.key(Qt.Key.Key_Tab)
    assert isinstance(desk.focus(), HelpReader)
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Return)
    assert shown(page) == "Your vault"


def test_the_reader_has_the_name_of_the_page(page: HelpPage) -> None:
    assert find(page, HelpReader, "help.reader").accessibleName() == "Getting started"


def test_the_key_leads_to_the_page_of_the_screen(desk: Desk, page: HelpPage) -> None:
    desk.navigation.go(Place(PageId.PRIVACY))
    desk.registry.run("help.page")
    assert desk.places[-1] == Place(PageId.HELP, tab="security")
    desk.registry.run("help.page")
    assert desk.places[-1] == Place(PageId.HELP, tab="security")


def test_the_security_page_has_a_way_of_its_own(desk: Desk, page: HelpPage) -> None:
    desk.registry.run("help.security")
    assert desk.places[-1].tab == Topic.SECURITY.value


@pytest.mark.parametrize("command", ["help.page", "help.security"])
def test_in_a_session_it_lies_over_the_note(desk: Desk, page: HelpPage, command: str) -> None:
    session = Place(PageId.SESSION)
    desk.navigation.go(session)
    desk.registry.set_context(Context.SESSION)
    desk.registry.run(command)
    (over,) = desk.window.findChildren(HelpDialog)
    told = find(over, HelpReader, "help.reader").accessibleName()
    assert told == {"help.page": "Sessions and notes"}.get(command, title(Topic.SECURITY))
    assert desk.places[-1] == session
    desk.registry.run("help.page")
    assert len(desk.window.findChildren(HelpDialog)) == 1
    desk.key(Qt.Key.Key_Escape)
    assert desk.navigation.place == session


def test_in_a_dialog_it_lies_above_and_leads_nowhere(desk: Desk, page: HelpPage) -> None:
    desk.navigation.go(Place(PageId.TODAY))
    asking = Dialog(desk.window, desk.theme, "Record a decision")
    asking.setObjectName("decision")
    asking.open()
    desk.key(Qt.Key.Key_F1)
    (over,) = desk.window.findChildren(HelpDialog)
    assert find(over, HelpReader, "help.reader").accessibleName() == "Consents and the record"
    desk.key(Qt.Key.Key_Escape)
    assert asking.isVisible()
    assert desk.places[-1] == Place(PageId.TODAY)
    asking.dismiss()


def test_the_colours_follow_the_theme(desk: Desk, page: HelpPage) -> None:
    reader = find(page, HelpReader, "help.reader")
    before = shown(page)
    desk.theme.set_text_scale(1.3)
    assert shown(page) == before
    first = reader.document().begin().begin().fragment().charFormat().font()
    assert first.pixelSize() == desk.theme.tokens.type_style("title").size
