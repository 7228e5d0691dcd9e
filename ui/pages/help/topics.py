"""The pages of the help, in their order, and which one belongs to which screen."""

from enum import StrEnum

from ui.places.navigation import PageId, Place
from ui.translation import QT_TRANSLATE_NOOP, translate


class Topic(StrEnum):
    """A page of the help; the value is its file in resources/help."""

    START = "getting-started"
    VAULT = "your-vault"
    CLIENTS = "clients"
    SESSIONS = "sessions"
    RECORD = "record"
    LOCKING = "locking"
    UNLOCKING = "unlocking"
    KIT = "recovery-kit"
    BACKUPS = "backups"
    SECURITY = "security"


TITLES = {
    Topic.START: QT_TRANSLATE_NOOP("Help", "Getting started"),
    Topic.VAULT: QT_TRANSLATE_NOOP("Help", "Your vault"),
    Topic.CLIENTS: QT_TRANSLATE_NOOP("Help", "Your clients"),
    Topic.SESSIONS: QT_TRANSLATE_NOOP("Help", "Sessions and notes"),
    Topic.RECORD: QT_TRANSLATE_NOOP("Help", "Consents and the record"),
    Topic.LOCKING: QT_TRANSLATE_NOOP("Help", "Locking"),
    Topic.UNLOCKING: QT_TRANSLATE_NOOP("Help", "Unlocking"),
    Topic.KIT: QT_TRANSLATE_NOOP("Help", "The Recovery Kit"),
    Topic.BACKUPS: QT_TRANSLATE_NOOP("Help", "Backups"),
    Topic.SECURITY: QT_TRANSLATE_NOOP("Help", "What is protected, and what isn’t"),
}

_OF_PAGES = {
    PageId.CLIENTS: Topic.CLIENTS,
    PageId.CLIENT: Topic.CLIENTS,
    PageId.SESSION: Topic.SESSIONS,
    PageId.PRIVACY: Topic.SECURITY,
    PageId.BACKUPS: Topic.BACKUPS,
}
_OF_TABS = {
    (PageId.CLIENT, "sessions"): Topic.SESSIONS,
    (PageId.CLIENT, "record"): Topic.RECORD,
    (PageId.SETTINGS, "vault"): Topic.VAULT,
    (PageId.SETTINGS, ""): Topic.LOCKING,
    (PageId.SETTINGS, "about"): Topic.SECURITY,
}
_OF_DIALOGS = {
    "add_client": Topic.CLIENTS,
    "edit_client": Topic.CLIENTS,
    "consent": Topic.RECORD,
    "decision": Topic.RECORD,
    "export": Topic.RECORD,
    "rehearse": Topic.KIT,
    "new_kit": Topic.KIT,
    "new_key": Topic.VAULT,
    "bring_back": Topic.BACKUPS,
    "try_backup": Topic.BACKUPS,
    "backup_passphrase": Topic.BACKUPS,
    "where_backup": Topic.BACKUPS,
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


def topic_of_dialog(name: str, below: Topic) -> Topic:
    """The page for the dialog of this object name; `below` for one that has none of its own."""
    return _OF_DIALOGS.get(name, below)
