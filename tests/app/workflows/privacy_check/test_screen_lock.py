"""The screen's lock, by what desktops keep about it."""

from pathlib import Path

import pytest

from app.workflows.privacy_check import screen_lock
from app.workflows.privacy_check.finding import Fact, Finding
from app.workflows.privacy_check.screen_lock import look, parse_gsettings, parse_kde
from app.workflows.privacy_check.tool import Tool

UNKNOWN = Finding(Fact.SCREEN_UNKNOWN)
OPEN = Finding(Fact.SCREEN_OPEN)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("true\n", "uint32 0\n", "uint32 300\n"), Finding(Fact.SCREEN_LOCKS, (5,))),
        (("true\n", "uint32 1800\n", "uint32 300\n"), Finding(Fact.SCREEN_LATE, (35,))),
        (("false\n", "uint32 0\n", "uint32 300\n"), OPEN),
        (("true\n", "uint32 0\n", "uint32 0\n"), OPEN),  # the screen never goes dark
        (("true\n", None, "uint32 300\n"), UNKNOWN),
        (("true\n", "uint32 0\n", "five minutes\n"), UNKNOWN),
        ((None, None, None), UNKNOWN),
    ],
)
def test_gnome_is_read(said: tuple[str | None, str | None, str | None], expected: Finding) -> None:
    assert parse_gsettings(*said) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (("[Daemon]\nTimeout=10\n",), Finding(Fact.SCREEN_LOCKS, (10,))),
        (("[Daemon]\nAutolock=true\nTimeout=60\n",), Finding(Fact.SCREEN_LATE, (60,))),
        (("[Daemon]\nAutolock=false\nTimeout=5\n",), OPEN),
        (("[Daemon]\nTimeout=0\n",), OPEN),
        (("[Daemon]\nTimeout=5\n", "[Daemon]\nAutolock=false\n"), OPEN),
        (("", ""), UNKNOWN),
        (("[Greeter]\nTheme=x\n",), UNKNOWN),
        (("not a settings file",), UNKNOWN),
    ],
)
def test_plasma_is_read_and_its_default_not_assumed(
    files: tuple[str, ...], expected: Finding
) -> None:
    assert parse_kde(*files) == expected


def test_plasmas_files_are_found(tmp_path: Path) -> None:
    (tmp_path / "kscreenlockerrc").write_text("[Daemon]\nTimeout=3\n", encoding="utf-8")
    environment = {
        "XDG_CURRENT_DESKTOP": "KDE",
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_CONFIG_DIRS": str(tmp_path / "gone"),
    }
    assert look(environment) == Finding(Fact.SCREEN_LOCKS, (3,))


def test_gnome_is_asked_only_where_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def ask(_tool: Tool, *arguments: str) -> str:
        asked.append(arguments)
        return {"lock-enabled": "true\n", "lock-delay": "uint32 0\n"}.get(arguments[2], "uint32 60")

    monkeypatch.setattr(screen_lock, "ask", ask)
    assert look({"XDG_CURRENT_DESKTOP": "XFCE"}) == UNKNOWN
    assert look({}) == UNKNOWN
    assert asked == []
    assert look({"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}) == Finding(Fact.SCREEN_LOCKS, (1,))
    assert ("get", "org.gnome.desktop.session", "idle-delay") in asked
