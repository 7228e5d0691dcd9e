"""Which signals of a Linux desktop mean that the coach is leaving, and what each one means."""

from enum import Enum
from typing import NamedTuple, cast

LOGIND, UPOWER = "org.freedesktop.login1", "org.freedesktop.UPower"
MANAGER, SESSION = f"{LOGIND}.Manager", f"{LOGIND}.Session"
MANAGER_PATH, UPOWER_PATH = "/org/freedesktop/login1", "/org/freedesktop/UPower"
PROPERTIES = "org.freedesktop.DBus.Properties"
# GNOME, KDE and those that follow them. Some still speak for an interface of their own.
SCREEN_SAVERS = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)

_PROPERTY_RULE = f"type='signal',interface='{PROPERTIES}',member='PropertiesChanged'"
SYSTEM_RULES = (
    f"type='signal',sender='{LOGIND}',interface='{MANAGER}',member='PrepareForSleep'",
    f"type='signal',sender='{LOGIND}',interface='{SESSION}',member='Lock'",
    f"{_PROPERTY_RULE},sender='{LOGIND}',arg0='{SESSION}'",
    f"{_PROPERTY_RULE},sender='{UPOWER}',arg0='{UPOWER}'",
)
SESSION_RULES = tuple(
    f"type='signal',interface='{name}',member='ActiveChanged'" for name in SCREEN_SAVERS
)


class Sign(Enum):
    """What the desktop says."""

    SLEEP = "going to sleep"
    SCREEN_LOCKED = "screen locked"
    USER_SWITCHED = "another user in front"
    LID_CLOSED = "lid closed"


class Said(NamedTuple):
    """A signal as it came over the bus."""

    interface: str
    member: str
    path: str
    body: tuple[object, ...]


def meaning(said: Said, session: str | None) -> Sign | None:
    """What a signal means for who sits in `session`, a path of logind's; None: nothing.

    Where one's own session could not be found out, anybody's counts: locked once too often is
    better than not at all.
    """
    ours = session is None or said.path == session
    match said:
        case Said(interface, "PrepareForSleep", _, (True,)) if interface == MANAGER:
            return Sign.SLEEP
        case Said(interface, "Lock") if interface == SESSION and ours:
            return Sign.SCREEN_LOCKED
        case Said(interface, "ActiveChanged", _, (True,)) if interface in SCREEN_SAVERS:
            return Sign.SCREEN_LOCKED
        case Said(interface, "PropertiesChanged", _, (of, dict(), *_)) if interface == PROPERTIES:
            changed = cast(dict[str, tuple[str, object]], said.body[1])
            return _of_properties(of, changed, ours=ours)
        case _:
            return None


def _of_properties(
    of: object, changed: dict[str, tuple[str, object]], *, ours: bool
) -> Sign | None:
    """`changed` holds variants: the type's signature, then the value."""
    values = {name: variant[1] for name, variant in changed.items()}
    if of == UPOWER and values.get("LidIsClosed") is True:
        return Sign.LID_CLOSED
    if of == SESSION and ours and values.get("Active") is False:
        return Sign.USER_SWITCHED
    if of == SESSION and ours and values.get("LockedHint") is True:
        return Sign.SCREEN_LOCKED
    return None
