"""The faults that can be had of a real password store on a real bus, while it is needed."""

import os
import re
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from app.tour.private_desktop import private_desktop
from app.workflows.ways_in.known_slots import make_ready
from crypto.errors import KeyringError, KeyringItemGone, KeyringMissing, KeyringTimeout
from crypto.keyring.os_keyring import OsKeyStore, find_key_store
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import SlotKind
from crypto.vault.change_slots import forget_in_store
from crypto.vault.vault import hold_secret
from tests.soak import vaults
from tests.support.desktop import Home, fresh_home, until
from tests.support.journey_watch import descendants

BUS = "DBUS_SESSION_BUS_ADDRESS"
LESS_PATIENT = 1.0  # seconds
MIDWAY = 0.3  # seconds into a call
NEVER_ANSWERED = 15.0  # seconds in which a thread whose call was given up has to come back


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home of its own."""
    return fresh_home(tmp_path)


@pytest.fixture
def daemons(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, int]]:
    """A bus and a store of this test's own, by the names of their programs."""
    with private_desktop(home.environment) as desktop:
        assert desktop.has_keyring
        for name, value in desktop.environment.items():
            monkeypatch.setenv(name, value)
        found = {comm(pid): pid for pid in descendants(os.getpid())}
        yield found
        for pid in found.values():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)
        # A call that was given up goes on until somebody answers, or the bus is gone.
        for thread in threading.enumerate():
            if thread.name == "keyring":
                os.kill(found["dbus-daemon"], signal.SIGKILL)
                thread.join(NEVER_ANSWERED)


@pytest.fixture
def vault(daemons: dict[str, int], tmp_path: Path) -> tuple[Path, tuple[str, ...]]:
    """A vault that opens by the store; its words."""
    folder = tmp_path / "Practice.vault"
    words = vaults.make(folder, KeyringWay(find_key_store()))
    return folder, words


@pytest.fixture
def store(daemons: dict[str, int], soak: bool) -> KeyStore:
    """The app's own store; less patient than the app, which has ten seconds, but with --soak."""
    found = find_key_store()
    assert isinstance(found, OsKeyStore)
    return found if soak else replace(found, seconds=LESS_PATIENT)


def comm(pid: int) -> str:
    """The name of a process's program."""
    try:
        return Path(f"/proc/{pid}/comm").read_text("utf-8").strip()
    except OSError:
        return ""


def hang(daemons: dict[str, int]) -> type[KeyringError]:
    """The store stands still."""
    os.kill(daemons["gnome-keyring-d"], signal.SIGSTOP)
    return KeyringTimeout


def die_midway(daemons: dict[str, int]) -> type[KeyringError]:
    """The store stands still, and a moment later the bus is gone."""
    hang(daemons)
    threading.Timer(MIDWAY, os.kill, (daemons["dbus-daemon"], signal.SIGKILL)).start()
    return KeyringMissing


def end_the_store(daemons: dict[str, int]) -> type[KeyringError]:
    """The store's program ends, and nobody starts it again."""
    os.kill(daemons["gnome-keyring-d"], signal.SIGKILL)
    until(lambda: comm(daemons["gnome-keyring-d"]) in {"", "Z"} or not is_on_bus(), "it runs")
    return KeyringMissing


def is_on_bus() -> bool:
    """Whether somebody is there as the password store."""
    ask = ["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/"]
    what = ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]
    said = subprocess.run([*ask, *what], capture_output=True, text=True, check=False, timeout=20)
    return "true" in said.stdout


Break = Callable[[dict[str, int]], type[KeyringError]]
each_fault = pytest.mark.parametrize("fault", [hang, die_midway, end_the_store])


@each_fault
def test_no_vault_is_made_by_half(
    daemons: dict[str, int], store: KeyStore, tmp_path: Path, fault: Break
) -> None:
    expected = fault(daemons)
    with pytest.raises(expected):
        vaults.make(tmp_path / "New.vault", KeyringWay(store))
    assert not (tmp_path / "New.vault").exists()
    assert not (tmp_path / ".New.vault.new").exists()


@each_fault
def test_a_vault_opens_by_its_kit_meanwhile(
    daemons: dict[str, int], store: KeyStore, vault: tuple[Path, tuple[str, ...]], fault: Break
) -> None:
    folder, words = vault
    before = (folder / "header.json").read_bytes()
    expected = fault(daemons)
    with pytest.raises(expected):
        hold_secret(folder, store)
    vaults.open_again(folder, RecoveryWay(words)).close()
    assert (folder / "header.json").read_bytes() == before


@each_fault
def test_no_way_in_is_lost_while_a_new_half_is_made(
    daemons: dict[str, int], store: KeyStore, vault: tuple[Path, tuple[str, ...]], fault: Break
) -> None:
    folder, words = vault
    with vaults.opened(folder, RecoveryWay(words)) as workspace:
        known = workspace.ways_in.known_slots()
        (old,) = (each.slot_id for each in known.descriptors if each.kind is SlotKind.KEYRING)
        expected = fault(daemons)
        with pytest.raises(expected):
            make_ready(known, KeyringWay(store), old, TEST_ONLY_COST, TEST_ONLY_COSTS)
        with pytest.raises(expected if expected is KeyringMissing else KeyringError):
            forget_in_store(store, known.vault_id, old)
    vaults.open_again(folder, RecoveryWay(words)).close()


def change_item(text: str) -> None:
    """Keeps something else in place of the secret, as another program may."""
    said = subprocess.run(
        ["secret-tool", "search", "--all", "service", "org.underrose"],
        capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    names = re.findall(r"attribute.username = (\S+)", said.stdout + said.stderr)
    for name in names:
        attributes = ["service", "org.underrose", "username", name]
        if text:
            subprocess.run(
                ["secret-tool", "store", "--label=x", *attributes],
                input=text, text=True, check=True, timeout=30,
            )  # fmt: skip
        else:
            subprocess.run(["secret-tool", "clear", *attributes], check=True, timeout=30)
    assert names


@pytest.mark.usefixtures("daemons")
@pytest.mark.parametrize("kept", ["", "00" * 32, "00" * 5, "not hex"])
def test_what_is_gone_or_another_is_told_and_can_be_made_anew(
    vault: tuple[Path, tuple[str, ...]], store: KeyStore, kept: str
) -> None:
    folder, words = vault
    change_item(kept)
    with pytest.raises(KeyringItemGone):
        vaults.open_again(folder, KeyringWay(hold_secret(folder, store))).close()
    with vaults.opened(folder, RecoveryWay(words)) as workspace:
        known = workspace.ways_in.known_slots()
        (old,) = (each.slot_id for each in known.descriptors if each.kind is SlotKind.KEYRING)
        ready = make_ready(known, KeyringWay(store), old, TEST_ONLY_COST, TEST_ONLY_COSTS)
        workspace.ways_in.replace(old, ready)
        forget_in_store(store, known.vault_id, old)
    vaults.open_again(folder, KeyringWay(hold_secret(folder, store))).close()
