"""Where a command can be used, and which commands are in force on a given screen."""

from enum import StrEnum


class Context(StrEnum):
    """What is in front of the person, and where a command belongs.

    A dialog or the palette over it changes nothing: the scrim lets only ALWAYS pass.
    """

    ALWAYS = "always"  # locked or not: quit, lock, full screen, text size
    LOCKED = "locked"  # first run, unlock, Recovery Kit
    EVERYWHERE = "everywhere"  # whatever is shown of an unlocked vault
    DESK = "desk"  # any page beside the sidebar
    CLIENT = "client"  # the page of one client
    SESSION = "session"  # a session takes the whole window; there is no sidebar


_IN_FORCE = {
    Context.ALWAYS: frozenset({Context.ALWAYS}),
    Context.LOCKED: frozenset({Context.ALWAYS, Context.LOCKED}),
    Context.EVERYWHERE: frozenset({Context.ALWAYS, Context.EVERYWHERE}),
    Context.DESK: frozenset({Context.ALWAYS, Context.EVERYWHERE, Context.DESK}),
    Context.CLIENT: frozenset({Context.ALWAYS, Context.EVERYWHERE, Context.DESK, Context.CLIENT}),
    Context.SESSION: frozenset({Context.ALWAYS, Context.EVERYWHERE, Context.SESSION}),
}


def in_force(screen: Context) -> frozenset[Context]:
    """The contexts whose commands can be used on `screen`; a key is unique within them."""
    return _IN_FORCE[screen]
