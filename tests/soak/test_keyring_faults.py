"""Twelve faults of a password store, while a vault is made, opened and given a new half.

Whatever happens, it is an error with a sentence or a success, and no way in is lost by it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.core.clock import Clock
from app.workflows.ways_in.known_slots import make_ready
from app.workspace import Workspace, create_workspace
from crypto.errors import CryptoError, KeyringError, PassphraseWrong
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import NewWay, SlotKind, Way
from crypto.vault.change_slots import forget_in_store
from crypto.vault.vault import hold_secret
from tests.soak import vaults
from tests.soak.faulty_keyring import Fault, FaultyBackend
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE, add_client
from ui.messages.wording import message_for

Ways = Callable[[FaultyBackend], NewWay]
CLIENT = "Amara Osei"

# In which of the three the fault cannot be felt: the call that would fail is not made.
HARMLESS = {
    ("create", Fault.OTHER_BACKEND), ("create", Fault.RAISES_IN_DELETE),
    ("unlock", Fault.RAISES_IN_SET), ("unlock", Fault.RAISES_IN_DELETE),
    ("re-enrol", Fault.OTHER_BACKEND),
}  # fmt: skip


def by_keyring(backend: FaultyBackend) -> NewWay:
    return KeyringWay(backend.store())


def by_both(backend: FaultyBackend) -> NewWay:
    return KeyringPassphraseWay(backend.store(), PASSPHRASE)


both_kinds = pytest.mark.parametrize("ways", [by_keyring, by_both])
each_fault = pytest.mark.parametrize("fault", list(Fault))


@dataclass(frozen=True)
class Made:
    """A vault that was made once, to be copied: its words, and what the store keeps for it."""

    folder: Path
    words: tuple[str, ...]
    kept: dict[str, str]
    ways: Ways

    def copied(self, folder: Path) -> FaultyBackend:
        """Puts a copy at `folder`; returns a store that keeps its half."""
        vaults.copy(self.folder, folder)
        backend = FaultyBackend()
        backend.kept = dict(self.kept)
        return backend


@pytest.fixture(scope="module", params=[by_keyring, by_both])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder, backend = tmp_path_factory.mktemp("made") / "Practice.vault", FaultyBackend()
    words = make(folder, request.param(backend))
    return Made(folder, words, backend.kept, request.param)


def failing(call: Callable[[], object]) -> CryptoError | None:
    """The named error that it raises, which has a sentence and a way out; None without one."""
    try:
        call()
    except (KeyringError, PassphraseWrong) as error:
        message = message_for(error, "Test Keyring")
        assert message.sentence
        assert "Traceback" not in message.sentence
        return error
    return None


def make(folder: Path, way: NewWay) -> tuple[str, ...]:
    """A vault with one client; its words."""
    clock: Clock = FixedClock()
    workspace, words = create_workspace(
        folder, "Whitlock Coaching", way, clock, TEST_ONLY_COST, TEST_ONLY_COSTS
    )
    add_client(workspace, CLIENT)
    workspace.close()
    return words


def opens(folder: Path, way: Way) -> bool:
    """Whether it does, and everything is there then."""
    with vaults.opened(folder, way) as workspace:
        return [client.name for client in workspace.clients.listed()] == [CLIENT]


def files(folder: Path) -> dict[str, bytes]:
    """A vault's files that count."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@each_fault
@both_kinds
def test_a_vault_is_made_or_there_is_none(tmp_path: Path, fault: Fault, ways: Ways) -> None:
    folder, backend = tmp_path / "Practice.vault", FaultyBackend()
    backend.fault = fault
    words: list[tuple[str, ...]] = []
    error = failing(lambda: words.append(make(folder, ways(backend))))
    assert (error is None) is (("create", fault) in HARMLESS)
    if error is None:
        assert opens(folder, ways(backend))
        assert opens(folder, RecoveryWay(words[0]))
        return
    assert list(tmp_path.iterdir()) == []
    backend.fault = None
    again = make(folder, ways(backend))  # nothing stands in the way of another attempt
    assert opens(folder, ways(backend))
    assert opens(folder, RecoveryWay(again))


@each_fault
def test_a_vault_stays_as_it_is_and_opens_another_way(
    tmp_path: Path, fault: Fault, made: Made
) -> None:
    folder, words, ways = tmp_path / "Practice.vault", made.words, made.ways
    backend = made.copied(folder)
    before, kept = files(folder), dict(backend.kept)
    backend.fault = fault

    def unlock() -> None:
        # As the app does: the keyring is asked first, on a thread that may wait for it.
        held = hold_secret(folder, backend.store())
        way: Way = KeyringWay(held)
        if ways is by_both:
            way = KeyringPassphraseWay(held, PASSPHRASE)
        vaults.open_again(folder, way).close()

    error = failing(unlock)
    assert (error is None) is (("unlock", fault) in HARMLESS)
    if error is not None:
        assert files(folder) == before
    assert backend.kept == kept
    assert opens(folder, RecoveryWay(words))
    backend.fault = None
    assert opens(folder, ways(backend))


@each_fault
def test_a_new_half_takes_the_place_of_the_old_one_or_does_not(
    tmp_path: Path, fault: Fault, made: Made
) -> None:
    folder, words, ways = tmp_path / "Practice.vault", made.words, made.ways
    backend = made.copied(folder)
    kind = SlotKind.KEYRING if ways is by_keyring else SlotKind.KEYRING_PASSPHRASE
    if fault is not Fault.RAISES_IN_DELETE:  # which is felt while the old half is let go
        backend.kept.clear()
    backend.fault = fault
    with vaults.opened(folder, RecoveryWay(words)) as workspace:
        error = failing(lambda: put_back(workspace, kind, ways(backend), backend))
    assert (error is None) is (("re-enrol", fault) in HARMLESS)
    assert opens(folder, RecoveryWay(words))
    if error is None or fault is Fault.RAISES_IN_DELETE:
        assert opens(folder, ways(backend))
        return
    backend.fault = None
    with vaults.opened(folder, RecoveryWay(words)) as workspace:
        put_back(workspace, kind, ways(backend), backend)
    assert opens(folder, RecoveryWay(words))
    assert opens(folder, ways(backend))


def put_back(workspace: Workspace, kind: SlotKind, way: NewWay, backend: FaultyBackend) -> None:
    """What the app does after an opening by the kit: a new slot in place of the old one."""
    known = workspace.ways_in.known_slots()
    (old,) = (each.slot_id for each in known.descriptors if each.kind is kind)
    ready = make_ready(known, way, old, TEST_ONLY_COST, TEST_ONLY_COSTS)
    workspace.ways_in.replace(old, ready)
    forget_in_store(backend.store(), known.vault_id, old)
