"""The desktop that the journeys run in is a real one."""

import secrets
import subprocess
from pathlib import Path

from tests.support.desktop import Home, picture, xdotool


def test_a_window_manager_is_there() -> None:
    root = subprocess.run(
        ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], capture_output=True, text=True, check=True
    )
    assert "window id" in root.stdout


def test_the_keyring_keeps_and_forgets() -> None:
    secret, place = secrets.token_hex(), ["journey", "desktop"]
    subprocess.run(
        ["secret-tool", "store", "--label", "journey", *place], input=secret.encode(), check=True
    )
    kept = subprocess.run(["secret-tool", "lookup", *place], capture_output=True, check=True)
    assert kept.stdout.decode() == secret
    subprocess.run(["secret-tool", "clear", *place], check=True)
    gone = subprocess.run(["secret-tool", "lookup", *place], capture_output=True, check=False)
    assert gone.stdout == b""


def test_the_screen_can_be_seen_and_the_pointer_moved(tmp_path: Path) -> None:
    picture(tmp_path / "screen.png")
    assert (tmp_path / "screen.png").read_bytes().startswith(b"\x89PNG")
    xdotool("mousemove", "123", "45")
    assert xdotool("getmouselocation").startswith("x:123 y:45")


def test_a_home_starts_empty_and_private(home: Home) -> None:
    inside = {path.name: path.stat().st_mode & 0o777 for path in home.folder.iterdir()}
    assert set(inside.values()) == {0o700}
    assert Path(home.environment["XDG_DATA_HOME"]).is_dir()
