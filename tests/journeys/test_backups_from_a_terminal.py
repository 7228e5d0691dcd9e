"""`underrose backup` and `restore` on a desktop: beside the window, by the real password store."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import NewWay
from tests.support.desktop import COMMAND, Home, fresh_home, running, until
from tests.support.hostile_backups import Words
from tests.support.journey_facts import opened
from tests.support.journey_unlocked import unlock
from tests.support.locked_home import keyring_way
from tests.support.vault_on_disk import a_vault, remember
from tests.support.workspaces import PASSPHRASE, add_client

NO_DESKTOP = {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY"}


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def practice(home: Home, way: NewWay) -> tuple[Path, Words]:
    folder = home.folder / "Practice.vault"
    workspace, words = a_vault(folder, "Practice", way)
    add_client(workspace, "Amara Osei")
    workspace.close()
    remember(home, folder)
    return folder, words


def underrose(
    *arguments: str | Path, environment: Mapping[str, str], secret: str = ""
) -> "subprocess.CompletedProcess[str]":
    """Runs it to its end; what `-` stands for reads the secret from a pipe."""
    read, write = os.pipe()
    os.write(write, f"{secret}\n".encode())
    os.close(write)
    done = subprocess.run(
        [*COMMAND, *(str(read) if part == "-" else str(part) for part in arguments)],
        env=environment,
        pass_fds=[read],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(read)
    return done


def test_the_password_store_opens_the_vault_and_the_words_alone_its_backup_elsewhere(
    at_home: Home, stick: Path, tmp_path: Path
) -> None:
    vault, words = practice(at_home, keyring_way())
    done = underrose("backup", vault, stick, "--keyring", "--json", environment=at_home.environment)
    assert (done.returncode, done.stderr) == (0, "")
    file = json.loads(done.stdout)["file"]
    # Another computer: an empty home, no password store, no bus, no screen.
    (tmp_path / "elsewhere").mkdir()
    there = fresh_home(tmp_path / "elsewhere")
    alone = {name: value for name, value in there.environment.items() if name not in NO_DESKTOP}
    restored = there.folder / "Practice.vault"
    spelt = " ".join(words)
    done = underrose("restore", file, restored, "--words-fd", "-", environment=alone, secret=spelt)
    assert (done.returncode, done.stderr) == (0, "")
    checked = underrose("check", restored, "--words-fd", "-", environment=alone, secret=spelt)
    assert checked.returncode == 0
    assert checked.stdout.endswith("Everything is in order.\n")
    with opened(restored, RecoveryWay(words)) as workspace:
        assert [client.details.name for client in workspace.clients.listed()] == ["Amara Osei"]


def test_a_vault_that_the_window_has_open_is_left_to_it(at_home: Home, stick: Path) -> None:
    vault, _ = practice(at_home, PassphraseWay(PASSPHRASE))
    command = ("backup", vault, stick, "--passphrase-fd", "-")
    with running(at_home) as app:
        window = unlock(vault)
        done = underrose(*command, environment=at_home.environment, secret=PASSPHRASE)
        assert (done.returncode, done.stderr) == (11, "The vault is open; lock it first.\n")
        assert list(stick.iterdir()) == []
        window.press("ctrl+q")
        until(lambda: app.process.poll() is not None, "it did not end")
    done = underrose(*command, environment=at_home.environment, secret=PASSPHRASE)
    assert done.returncode == 0
    assert len(list(stick.iterdir())) == 1
