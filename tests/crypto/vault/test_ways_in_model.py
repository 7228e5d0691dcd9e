"""Ways in, kits, keys, kills and damaged headers in any order: exactly what should open, opens."""

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from uuid import UUID

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from crypto.errors import (
    KeyringBackendChanged,
    KeyringItemGone,
    PassphraseWrong,
    RecoveryWrong,
)
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import NewWay, SlotKind, Way
from crypto.vault.change_slots import (
    add_way,
    begin_new_kit,
    finish_new_kit,
    remove_way,
    replace_way,
)
from crypto.vault.connection import VaultConnection
from crypto.vault.header import render
from crypto.vault.header_files import COPIES, read_header
from crypto.vault.open_vault import Vault
from crypto.vault.rekey import rekey
from crypto.vault.seal import SealState
from crypto.vault.vault import create_vault, open_vault
from tests.crypto.conftest import FIRST_STATE, NOW, one_table
from tests.support.fake_key_store import FakeKeyStore
from tests.support.settled_vault import open_settled

TODAY = date(2026, 11, 28)
WHICH = st.integers(0, 1_000_000)
NOT_OURS = (PassphraseWrong, RecoveryWrong, KeyringItemGone, KeyringBackendChanged)


class WaysIn(RuleBasedStateMachine):
    """A vault, every way that should open it, and those that no longer should."""

    @initialize()
    def make(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.folder = self.root / "Practice.vault"
        self.count = 0
        self.retired: list[Way] = []
        self.damaged = False
        way = self.new_way(1)
        vault, words = create_vault(
            self.folder, "Room 4", way, one_table,
            now=NOW, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS,
        )  # fmt: skip
        self.ways: dict[UUID, NewWay] = {vault.opened_by: way}
        self.kit = RecoveryWay(words)
        vault.close()

    def teardown(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)

    def new_way(self, which: int) -> NewWay:
        """A passphrase where there is none, or the half of a new computer."""
        self.count += 1
        passphrase = f"correct horse battery {self.count}"
        store = FakeKeyStore(f"Computer {self.count}")
        ways: list[NewWay] = [KeyringWay(store), KeyringPassphraseWay(store, passphrase)]
        if not any(isinstance(each, PassphraseWay) for each in getattr(self, "ways", {}).values()):
            ways.append(PassphraseWay(passphrase))
        return ways[which % len(ways)]

    def open_by(self, which: int) -> Vault:
        good: list[Way] = [*self.ways.values(), self.kit]
        vault = open_settled(self.folder, good[which % len(good)])
        assert vault.header_was_damaged is self.damaged
        self.damaged = False
        return vault

    def change(self, which: int, work: Callable[[Vault], None], *, killed: bool) -> None:
        """Does it, and if `killed` has it as a kill between the two copies leaves it."""
        vault = self.open_by(which)
        old = (self.folder / COPIES[1]).read_bytes()
        try:
            work(vault)
        finally:
            vault.close()
        if killed:
            (self.folder / COPIES[1]).write_bytes(old)

    def retire(self, slot_id: UUID) -> None:
        self.retired.append(self.ways.pop(slot_id))

    @rule(which=WHICH, killed=st.booleans())
    @precondition(lambda self: len(self.ways) < 6)
    def add(self, which: int, killed: bool) -> None:
        way = self.new_way(which)

        def work(vault: Vault) -> None:
            slot_id = add_way(vault, way, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
            self.ways[slot_id] = way

        self.change(which, work, killed=killed)

    @rule(which=WHICH, killed=st.booleans())
    def replace(self, which: int, killed: bool) -> None:
        old = list(self.ways)[which % len(self.ways)]
        way = self.new_way(which)

        def work(vault: Vault) -> None:
            slot_id = replace_way(vault, old, way, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
            self.retire(old)
            self.ways[slot_id] = way

        self.change(which, work, killed=killed)

    @rule(which=WHICH, killed=st.booleans())
    @precondition(lambda self: len(self.ways) > 1)
    def remove(self, which: int, killed: bool) -> None:
        old = list(self.ways)[which % len(self.ways)]

        def work(vault: Vault) -> None:
            remove_way(vault, old)
            self.retire(old)

        self.change(which, work, killed=killed)

    @rule(which=WHICH, killed=st.booleans())
    def renew_kit(self, which: int, killed: bool) -> None:
        def work(vault: Vault) -> None:
            pending = begin_new_kit(vault, TODAY)
            finish_new_kit(vault, pending)
            self.retired.append(self.kit)
            self.kit = RecoveryWay(pending.words)

        self.change(which, work, killed=killed)

    @rule(which=WHICH)
    def give_new_key(self, which: int) -> None:
        way = self.new_way(which)
        vault = self.open_by(which)
        kit = begin_new_kit(vault, TODAY)

        def append(_connection: VaultConnection) -> SealState:
            return FIRST_STATE

        rekey(vault, [way], kit, append, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
        vault.close()
        self.retired += [*self.ways.values(), self.kit]
        self.kit = RecoveryWay(kit.words)
        header = read_header(self.folder).written.header
        slots = [each.descriptor for each in header.slots]
        (mine,) = (each for each in slots if each.kind is not SlotKind.RECOVERY)
        self.ways = {mine.slot_id: way}

    @rule(which=WHICH, keep=st.integers(-1, 400))
    def damage_a_copy(self, which: int, keep: int) -> None:
        self.spoil(which, lambda whole: whole[:keep] if keep >= 0 else None)

    @rule(which=WHICH, further=st.integers(-1, 3))
    def forge_a_copy(self, which: int, further: int) -> None:
        """By somebody without the key: any number, and any of the slots there ever were."""
        header = read_header(self.folder).written.header
        fields = msgspec.structs.replace(
            header, name="Forged", header_seq=max(1, header.header_seq + further)
        )
        self.spoil(which, lambda _: render(fields, SecretBytes(os.urandom(32))).data)

    def spoil(self, which: int, change: Callable[[bytes], bytes | None]) -> None:
        """Changes one copy where the other is whole; None deletes it."""
        # A kill's older copy is no second whole one: the newer alone would be lost.
        self.open_by(which).close()
        path = self.folder / COPIES[which % 2]
        data = change(path.read_bytes())
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data)
        self.damaged = True

    @rule(which=WHICH)
    def read(self, which: int) -> None:
        before = {path.name: path.stat().st_mtime_ns for path in self.folder.iterdir()}
        good: list[Way] = [*self.ways.values(), self.kit]
        way = good[which % len(good)]
        open_vault(self.folder, way, costs=TEST_ONLY_COSTS, read_only=True).close()
        assert before == {path.name: path.stat().st_mtime_ns for path in self.folder.iterdir()}

    @invariant()
    def what_was_retired_opens_nothing(self) -> None:
        for way in self.retired[-4:]:
            with suppress(*NOT_OURS):
                open_settled(self.folder, way).close()
                raise AssertionError(way)

    @rule()
    def every_way_opens(self) -> None:
        for which in range(len(self.ways) + 1):
            vault = self.open_by(which)
            slots = {each.slot_id for each in vault.descriptors}
            assert set(self.ways) <= slots
            assert len(slots) == len(self.ways) + 1
            vault.close()
        assert not read_header(self.folder).differ
        assert sorted(path.suffix for path in self.folder.glob("vault-*")) == [".db"]


TestWaysIn = WaysIn.TestCase
TestWaysIn.settings = settings(max_examples=settings().max_examples // 5, stateful_step_count=15)
