"""What a process does that changes the ways in to a vault or its key, and tells before and after.

Each change is told twice, "try" and "done": killed in between, either may be in force.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from app.workflows.ways_in.known_slots import held_here, make_ready
from app.workspace import Workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import SlotKind
from crypto.vault.change_slots import forget_in_store
from tests.soak import vaults
from tests.soak.file_key_store import FileKeyStore
from tests.soak.story import Story


@dataclass(frozen=True)
class Keys:
    """The secrets that open a vault; a number stands for a passphrase."""

    passphrase: int
    words: tuple[str, ...]
    has_keyring: bool = False

    @property
    def way(self) -> PassphraseWay:
        """The way in by passphrase."""
        return PassphraseWay(f"saddle thirty quiet orchard {self.passphrase}")

    def line(self) -> str:
        """As one line."""
        return f"{self.passphrase} {int(self.has_keyring)} {' '.join(self.words)}"


def keys_in(line: str) -> Keys:
    """What `Keys.line` wrote."""
    passphrase, has_keyring, *words = line.split()
    return Keys(int(passphrase), tuple(words), bool(int(has_keyring)))


def change_ways(
    folder: Path, keys: Keys, store: FileKeyStore | None, story: Story, first: int
) -> Iterator[str]:
    """Changes passphrase, kit and keyring, if any, again and again, and writes in between."""
    with vaults.opened(folder, keys.way) as workspace:
        ways = workspace.ways_in
        ways.catch_up()
        while True:
            story.step(first).do(workspace)
            first += 1
            yield "written"

            keys = replace(keys, passphrase=keys.passphrase + 1)
            yield f"try {keys.line()}"
            slot_id = slot_of(workspace, SlotKind.PASSPHRASE)
            ways.replace(slot_id, make_ready(ways.known_slots(), keys.way, slot_id, *COSTS))
            yield f"done {keys.line()}"

            pending = ways.kits.begin()
            keys = replace(keys, words=pending.words)
            yield f"try {keys.line()}"
            ways.kits.finish(pending)
            yield f"done {keys.line()}"

            if store is None:
                continue
            keys = replace(keys, has_keyring=not keys.has_keyring)
            yield f"try {keys.line()}"
            if keys.has_keyring:
                ways.add(make_ready(ways.known_slots(), KeyringWay(store), None, *COSTS))
            else:
                slot_id = held_here(ways.known_slots(), store)
                assert slot_id is not None
                ways.remove(slot_id)
                forget_in_store(store, ways.known_slots().vault_id, slot_id)
            yield f"done {keys.line()}"


def change_key(folder: Path, keys: Keys, story: Story, first: int) -> Iterator[str]:
    """Gives the vault a new key again and again, and writes in between."""
    while True:
        with vaults.opened(folder, keys.way) as workspace:
            story.step(first).do(workspace)
            first += 1
            yield "written"
            ways = workspace.ways_in
            kit = ways.kits.begin()
            keys = Keys(keys.passphrase + 1, kit.words)
            yield f"try {keys.line()}"
            replaced = slot_of(workspace, SlotKind.PASSPHRASE)
            ready = make_ready(ways.known_slots(), keys.way, replaced, *COSTS)
            ways.take_new_key([ready], kit)
            yield f"done {keys.line()}"


COSTS = TEST_ONLY_COST, TEST_ONLY_COSTS


def slot_of(workspace: Workspace, kind: SlotKind) -> UUID:
    """The one slot of this kind."""
    (found,) = (each for each in workspace.facts().descriptors if each.kind is kind)
    return found.slot_id
