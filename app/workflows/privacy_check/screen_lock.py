"""Whether the desktop locks its screen by itself, by the settings of the desktops that we know."""

import configparser
import os
import re
from collections.abc import Mapping
from pathlib import Path

from app.workflows.privacy_check.finding import Fact, Finding
from app.workflows.privacy_check.tool import Tool, ask

LATE_MINUTES = 15  # a screen that stays open for longer is worth a word

# Desktop, and where it keeps: whether it locks, how long after going dark, how long until dark.
_SCHEMAS = {
    "GNOME": ("org.gnome.desktop.screensaver", "org.gnome.desktop.session"),
    "X-CINNAMON": ("org.cinnamon.desktop.screensaver", "org.cinnamon.desktop.session"),
}


def look(environment: Mapping[str, str] | None = None) -> Finding:
    """Looks at the settings of the desktop that runs. Off the GUI thread: may ask a program."""
    environment = os.environ if environment is None else environment
    desktops = environment.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    if "KDE" in desktops:
        return parse_kde(*_kde_files(environment))
    for desktop, (saver, session) in _SCHEMAS.items():
        if desktop in desktops:
            return parse_gsettings(
                ask(Tool.GSETTINGS, "get", saver, "lock-enabled"),
                ask(Tool.GSETTINGS, "get", saver, "lock-delay"),
                ask(Tool.GSETTINGS, "get", session, "idle-delay"),
            )
    return Finding(Fact.SCREEN_UNKNOWN)


def parse_gsettings(locks: str | None, delay: str | None, idle: str | None) -> Finding:
    """What gsettings wrote for "lock-enabled", "lock-delay" and "idle-delay" (in seconds)."""
    if locks is not None and locks.strip() == "false":
        return Finding(Fact.SCREEN_OPEN)
    after, dark = _seconds(delay), _seconds(idle)
    if locks is None or locks.strip() != "true" or after is None or dark is None:
        return Finding(Fact.SCREEN_UNKNOWN)
    return Finding(Fact.SCREEN_OPEN) if not dark else _after(dark + after)


def parse_kde(*files: str) -> Finding:
    """What kscreenlockerrc says, the coach's own file last. What none of them says is unknown."""
    values: dict[str, str] = {}
    for text in files:
        parser = configparser.ConfigParser(interpolation=None, strict=False)
        try:
            parser.read_string(text)
        except configparser.Error:
            return Finding(Fact.SCREEN_UNKNOWN)
        if parser.has_section("Daemon"):
            values |= dict(parser["Daemon"])  # keys in lower case
    locks, minutes = values.get("autolock", "").lower(), values.get("timeout", "")
    if locks == "false" or minutes == "0":
        return Finding(Fact.SCREEN_OPEN)
    if not minutes.isdecimal() or locks not in ("true", ""):
        return Finding(Fact.SCREEN_UNKNOWN)
    # Plasma writes a time only for a screen that locks; "Autolock" is left out where it is true.
    return _after(int(minutes) * 60)


def _after(seconds: int) -> Finding:
    minutes = max(1, round(seconds / 60))
    late = minutes > LATE_MINUTES
    return Finding(Fact.SCREEN_LATE if late else Fact.SCREEN_LOCKS, (minutes,))


def _seconds(said: str | None) -> int | None:
    match = re.fullmatch(r"(?:uint32 )?(\d+)\s*", said or "")
    return int(match[1]) if match else None


def _kde_files(environment: Mapping[str, str]) -> list[str]:
    home = Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    shared = (environment.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
    folders = [*(Path(folder) for folder in reversed(shared)), home]
    return [_text(folder / "kscreenlockerrc") for folder in folders]


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
