"""The tour where there is neither a screen nor a password store."""

import json
import shutil
from pathlib import Path

import pytest

from app.tour.file import SUMMARY
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import SlotKind
from crypto.vault.vault import look_at
from tests.support.desktop import Home
from tests.support.journey_facts import only_note, opened
from tests.support.journey_watch import watch
from ui.tour import story


@pytest.fixture
def programs(tmp_path: Path) -> str:
    """A path on which there is what makes a screen, and no password store."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("Xvfb", "xkbcomp", "sh"):
        (folder / name).symlink_to(shutil.which(name) or "")
    return str(folder)


def test_it_makes_a_screen_and_a_vault_that_a_passphrase_opens(
    home: Home, tmp_path: Path, programs: str
) -> None:
    out = tmp_path / "out"
    seen = watch(home, "tour", str(out), PATH=programs, DISPLAY="", DBUS_SESSION_BUS_ADDRESS="")
    assert (seen.code, seen.errors) == (0, "")
    assert "15 steps" in seen.out
    summary = json.loads((out / SUMMARY).read_text("utf-8"))
    vault = Path(summary["vault"])
    assert look_at(vault).kinds == {SlotKind.PASSPHRASE, SlotKind.RECOVERY}
    with opened(vault, PassphraseWay(summary["passphrase"])) as workspace:
        assert workspace.clients.listed()[0].name == story.CLIENT
        typed = [line.removeprefix("> ").removeprefix("! ") for line in story.NOTE.split("\n")]
        assert only_note(workspace).split("\n")[:4] == typed[:4]


def test_without_a_screen_and_what_makes_one_it_says_so(home: Home, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    seen = watch(home, "tour", str(tmp_path / "out"), PATH=str(empty), DISPLAY="")
    assert seen.code == 1
    assert "apt-get install xvfb" in seen.errors
