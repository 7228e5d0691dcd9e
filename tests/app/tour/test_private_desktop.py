"""A desktop of one's own: nothing of the person's, and nothing left of it afterwards."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from app.tour.private_desktop import FOLDERS, NoScreen, private_desktop

SCREENLESS = {"PATH": os.environ["PATH"], "HOME": "/nowhere"}
needs_programs = pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "dbus-daemon", "gnome-keyring-daemon"))),
    reason="packaging/test.sh brings these programs",
)


@pytest.fixture
def no_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def asked(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = ["xprop", "-root", "_NET_SUPPORTED"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def children() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split())


@pytest.mark.usefixtures("no_programs")
def test_its_folders_are_private_and_gone_afterwards() -> None:
    with private_desktop({"DISPLAY": ":7", "XDG_CONFIG_HOME": "/etc/xdg"}) as desktop:
        folders = [Path(desktop.environment[name]) for name in FOLDERS]
        assert [folder.stat().st_mode & 0o777 for folder in folders] == [0o700] * len(FOLDERS)
        assert list(folders[0].iterdir()) == []
    assert not any(folder.exists() for folder in folders)


@pytest.mark.usefixtures("no_programs")
def test_the_screen_that_is_there_is_used_by_whatever_leads_to_it() -> None:
    ours = {
        "DISPLAY": ":7",
        "WAYLAND_DISPLAY": "wayland-0",
        "HOME": "/nowhere",
        "XDG_RUNTIME_DIR": "/nowhere/run",
        "QT_SCALE_FACTOR": "2",
    }
    with private_desktop(ours) as desktop:
        found = desktop.environment
    assert found["DISPLAY"] == ":7"
    assert found["XAUTHORITY"] == "/nowhere/.Xauthority"
    assert found["WAYLAND_DISPLAY"] == "/nowhere/run/wayland-0"
    assert found["QT_SCALE_FACTOR"] == "2"


@pytest.mark.usefixtures("no_programs")
def test_the_persons_own_password_store_is_out_of_reach() -> None:
    ours = {"DISPLAY": ":7", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/7/bus"}
    with private_desktop(ours) as desktop:
        assert "DBUS_SESSION_BUS_ADDRESS" not in desktop.environment
        assert not desktop.has_keyring


@pytest.mark.usefixtures("no_programs")
def test_what_would_make_a_screen_is_named_when_it_is_missing() -> None:
    with pytest.raises(NoScreen) as absence, private_desktop(SCREENLESS):
        pass
    assert absence.value.missing == "Xvfb"


@needs_programs
def test_a_screen_is_made_for_those_who_have_its_cookie() -> None:
    with private_desktop(SCREENLESS | {"QT_SCALE_FACTOR": "2"}) as desktop:
        found = dict(desktop.environment)
        assert asked(found).returncode == 0
        assert "Authorization required" in asked(found | {"XAUTHORITY": "/nowhere"}).stderr
        assert found["QT_QPA_PLATFORM"] == "xcb"
        assert "QT_SCALE_FACTOR" not in found
    assert asked(found).returncode != 0


@needs_programs
def test_a_password_store_of_its_own_is_unlocked_and_ends_with_it() -> None:
    before = children()
    with private_desktop({"DISPLAY": ":7", "PATH": os.environ["PATH"]}) as desktop:
        assert desktop.has_keyring
        assert desktop.environment["DBUS_SESSION_BUS_ADDRESS"].startswith("unix:path=/")
        assert len(children() - before) == 2
    assert children() == before
