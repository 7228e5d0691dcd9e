"""Which page of the help belongs to which screen, and that each is there and can be trusted."""

import re

import pytest

from app.core.ids import ClientId, new_id
from resources.files import names, read_text
from ui.commands.registry import Registry
from ui.composition import all_commands
from ui.locked.locked_page import LockedPage
from ui.pages.help.topics import Topic, title, topic_named, topic_of, topic_of_dialog
from ui.pages.recover.page import RecoverPage
from ui.pages.restore.page import RestorePage
from ui.pages.salvage.page import SalvagePage
from ui.pages.standing.page import StandingPage
from ui.pages.unlock.page import UnlockPage
from ui.places.navigation import PageId, Place

LINK = re.compile(r"\]\(([^)]+)\)")
KEY = re.compile(r"\b(?:Ctrl|Alt|Shift) (?:[A-Z](?![a-z])|\d|/|Enter|Left|Right)|\bF\d{1,2}\b")


@pytest.mark.parametrize(
    ("place", "topic"),
    [
        (None, Topic.START),
        (Place(PageId.TODAY), Topic.START),
        (Place(PageId.SESSION), Topic.SESSIONS),
        (Place(PageId.CLIENT, client=ClientId(new_id()), tab="record"), Topic.RECORD),
        (Place(PageId.CLIENT, client=ClientId(new_id()), tab="sessions"), Topic.SESSIONS),
        (Place(PageId.PRIVACY), Topic.SECURITY),
        (Place(PageId.BACKUPS), Topic.BACKUPS),
        (Place(PageId.SETTINGS, tab="vault"), Topic.VAULT),
        (Place(PageId.CLIENT, client=ClientId(new_id())), Topic.CLIENTS),
        (Place(PageId.CLIENTS), Topic.CLIENTS),
    ],
)
def test_the_key_leads_to_the_page_of_the_screen(place: Place | None, topic: Topic) -> None:
    assert topic_of(place) is topic


def test_a_dialog_has_the_page_of_what_it_asks_or_that_of_the_screen_below() -> None:
    assert topic_of_dialog("decision", Topic.START) is Topic.RECORD
    assert topic_of_dialog("new_key", Topic.START) is Topic.VAULT
    assert topic_of_dialog("bring_back", Topic.START) is Topic.BACKUPS
    assert topic_of_dialog("confirm", Topic.SESSIONS) is Topic.SESSIONS


@pytest.mark.parametrize(
    ("page", "topic"),
    [
        (LockedPage, Topic.UNLOCKING),
        (UnlockPage, Topic.UNLOCKING),
        (RecoverPage, Topic.KIT),
        (RestorePage, Topic.BACKUPS),
        (SalvagePage, Topic.BACKUPS),
        (StandingPage, Topic.SECURITY),
    ],
)
def test_a_page_before_the_vault_is_open_has_its_page(page: type[LockedPage], topic: Topic) -> None:
    assert page.help_name == topic.value


def test_a_name_that_there_is_not_is_the_first_page() -> None:
    assert topic_named("locking") is Topic.LOCKING
    assert topic_named("../secrets") is Topic.START
    assert topic_named("") is Topic.START


@pytest.mark.parametrize("topic", Topic)
def test_every_page_begins_with_its_title(topic: Topic) -> None:
    assert read_text(f"help/{topic.value}.md").startswith(f"# {title(topic)}\n")


def test_every_text_is_a_page() -> None:
    texts = {name for name in names("help") if name.endswith(".md")}
    assert texts == {f"{topic.value}.md" for topic in Topic}


@pytest.mark.parametrize("topic", Topic)
def test_every_link_leads_to_another_page(topic: Topic) -> None:
    links = LINK.findall(read_text(f"help/{topic.value}.md"))
    assert {link.removesuffix(".md") for link in links} <= set(Topic)


@pytest.mark.parametrize("topic", Topic)
def test_every_key_that_is_named_does_something(topic: Topic) -> None:
    known = {key for command in all_commands() for key in command.keys} | {"Ctrl+Z"}
    named = {key.replace(" ", "+") for key in KEY.findall(read_text(f"help/{topic.value}.md"))}
    named = {"Ctrl+Return" if key == "Ctrl+Enter" else key for key in named}
    assert named <= known


def test_the_keys_are_declared(qapp: object) -> None:
    registry = Registry()
    registry.declare(all_commands())
    assert registry.command("help.page").keys == registry.command("help.locked").keys == ("F1",)
    registry.deleteLater()
