"""The pages of the help, in their order, and which one belongs to which screen."""

from enum import StrEnum

from ui.places.navigation import PageId, Place
from ui.translation import QT_TRANSLATE_NOOP, translate


class Topic(StrEnum):
    """A page of the help; the value is its file in resources/help."""

    START = "getting-started"
    SESSIONS = "sessions"
    RECORD = "record"
    LOCKING = "locking"
    KIT = "recovery-kit"
    SECURITY = "security"


TITLES = {
    Topic.START: QT_TRANSLATE_NOOP("Help", "Getting started"),
    Topic.SESSIONS: QT_TRANSLATE_NOOP("Help", "Sessions and notes"),
    Topic.RECORD: QT_TRANSLATE_NOOP("Help", "Consents and the record"),
    Topic.LOCKING: QT_TRANSLATE_NOOP("Help", "Locking"),
    Topic.KIT: QT_TRANSLATE_NOOP("Help", "The Recovery Kit"),
    Topic.SECURITY: QT_TRANSLATE_NOOP("Help", "What is protected, and what isn’t"),
}

_OF_PAGES = {
    PageId.SESSION: Topic.SESSIONS,
    PageId.PRIVACY: Topic.SECURITY,
}
_OF_TABS = {
    (PageId.CLIENT, "sessions"): Topic.SESSIONS,
    (PageId.CLIENT, "record"): Topic.RECORD,
    (PageId.SETTINGS, "vault"): Topic.KIT,
    (PageId.SETTINGS, ""): Topic.LOCKING,
    (PageId.SETTINGS, "about"): Topic.SECURITY,
}


def title(topic: Topic) -> str:
    """What the page is called."""
    return translate("Help", TITLES[topic])


def topic_named(name: str) -> Topic:
    """The page of this name; the first one for a name that there isn't."""
    return Topic(name) if name in tuple(Topic) else Topic.START


def topic_of(place: Place | None) -> Topic:
    """The page that says most about where somebody is."""
    if place is None:
        return Topic.START
    tab = _OF_TABS.get((place.page, place.tab))
    return tab or _OF_PAGES.get(place.page, Topic.START)
