"""A vault whose ways in can be changed, and a password store in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from app.ledger import events
from app.storage import backup_roots
from app.storage.database import Database
from app.workflows.ways_in.known_slots import make_ready
from app.workflows.ways_in.service import WaysIn
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.ready_way import ReadyWay
from crypto.slots.slot import NewWay, SlotKind, Way
from tests.support.fake_key_store import FakeKeyStore
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE


@dataclass
class Opened:
    """An open vault, its kit, and the service that changes its ways in."""

    folder: Path
    clock: FixedClock
    words: tuple[str, ...]
    workspace: Workspace

    @property
    def ways(self) -> WaysIn:
        return self.workspace.ways_in

    def ready(self, way: NewWay, replaced: UUID | None = None) -> ReadyWay:
        return make_ready(self.ways.known_slots(), way, replaced, TEST_ONLY_COST, TEST_ONLY_COSTS)

    def id_of(self, kind: SlotKind) -> UUID:
        return next(way.id for way in self.ways.listed() if way.kind is kind)

    def events(self) -> list[tuple[str, dict[str, object]]]:
        """What the ledger says about the ways in, oldest first."""
        kinds = ("way_in_added", "way_in_removed", "kit_renewed", "kit_rehearsed", "rekeyed")
        with Database(self.workspace._vault).read() as reader:
            found = [
                (event.generation, kind, event.content)
                for kind in kinds
                for event in events.of_kind(reader, kind)
            ]
        return [(kind, content) for _, kind, content in sorted(found)]

    def root(self, number: int) -> SecretBytes | None:
        """What opens the backups of a kit."""
        with self.workspace._database.read() as reader:
            return backup_roots.get(reader, number)

    def open_again(self, way: Way) -> None:
        """Closes the vault, if it is open, and opens it by `way`."""
        self.workspace.close()
        self.workspace = open_workspace(self.folder, way, self.clock, costs=TEST_ONLY_COSTS)

    def opens(self, way: Way) -> bool:
        """Whether `way` opens it; it is open again by `way` if so."""
        try:
            self.open_again(way)
        except Exception:  # noqa: BLE001 - whatever it says, it does not open
            return False
        return True


@pytest.fixture
def store() -> FakeKeyStore:
    return FakeKeyStore("GNOME Keyring")


Make = Callable[[NewWay], Opened]


@pytest.fixture
def make(tmp_path: Path, clock: FixedClock) -> Iterator[Make]:
    """Makes a vault that opens by a way in."""
    made: list[Opened] = []

    def make_vault(way: NewWay) -> Opened:
        folder = tmp_path / "vault"
        workspace, words = create_workspace(
            folder, "Whitlock Coaching", way, clock, TEST_ONLY_COST, TEST_ONLY_COSTS
        )
        made.append(Opened(folder, clock, words, workspace))
        return made[-1]

    yield make_vault
    for opened in made:
        opened.workspace.close()


@pytest.fixture
def opened(make: Make) -> Opened:
    """A vault that opens by a passphrase."""
    return make(PassphraseWay(PASSPHRASE))
