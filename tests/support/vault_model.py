"""A model of what happens to a vault and its copies, which knows when that must be told.

Each write is a point with the one before it. A vault goes on from where it was exactly when what
seal and pin know lies on the way to what the database holds; all else has to be told, and nothing
more. The model works on real vaults, with real crashes, copies, restores and forks.
"""

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from app.core.ids import ClientId, SessionId
from app.ledger.verdict import VerdictKind
from app.records.clients.record import ClientDetails
from app.records.session_notes.record import Paragraph, SessionNote
from app.workspace import Workspace
from crypto.errors import CryptoError, SaveNotDurable, VaultDamaged
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import SlotKind
from crypto.vault.change_slots import add_way, remove_way
from crypto.vault.open_vault import Vault
from tests.support.fixed_clock import FixedClock
from tests.support.kept_vaults import DATABASE, HEADERS, SEAL, KeptVault, pin_of
from tests.support.workspaces import PASSPHRASE, add_client, hold_session

KINDS = st.lists(st.sampled_from(["draft", "draft", "client", "change"]), min_size=1, max_size=4)
AGO = st.integers(1, 4) | st.integers(1, 30)  # copies, from the newest


@dataclass(eq=False)
class Write:
    """What one write left, and the one that it went on from."""

    before: "Write | None" = None
    names: frozenset["Known"] = frozenset()  # what the coach went on without, here or before
    at: int = 0

    def then(self, *named: "Known") -> "Write":
        """The next write."""
        return Write(self, self.names | set(named), self.at + 1)

    def comes_from(self, other: "Write") -> bool:
        """Whether `other` lies on the way here, or is here."""
        here: Write | None = self
        while here is not None and here.at > other.at:
            here = here.before
        return here is other


@dataclass(eq=False, frozen=True)
class Ways:
    """A header: its number, and nothing else that matters."""

    number: int = 1


@dataclass(frozen=True)
class Known:
    """What a seal (without ways) or a pin knows."""

    write: Write
    ways: Ways | None = None


@dataclass(frozen=True)
class Lying:
    """What lies in a folder: the database, its seal if there is a sound one, and the header."""

    write: Write
    seal: Write | None
    ways: Ways


@dataclass
class Pin:
    """What this computer remembers: as bytes, and as the model knows it."""

    data: bytes
    known: Known


@dataclass
class Tally:
    """What a run came to, so that a test can see that it came to anything."""

    openings: int = 0
    told: dict[VerdictKind, int] = field(default_factory=dict[VerdictKind, int])
    accepted: int = 0
    flips: int = 0


TALLY = Tally()


class VaultModel(RuleBasedStateMachine):
    """One vault, on a computer that remembers it, with copies that go on elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.parent = Path(tempfile.mkdtemp())
        self.clock = FixedClock()
        self.vault = KeptVault(self.parent, self.clock)
        self.lying = Lying(Write(), None, Ways())
        self.copies: list[Lying] = []
        self.pins: list[Pin] = []
        self.pin: Pin | None = None
        self.session: SessionId
        self.client: ClientId
        self.count = 0

    @initialize()
    def begin(self) -> None:
        """A client with a session."""
        write = self.lying.write
        self.lying = Lying(write, write, self.lying.ways)
        with self._open() as workspace:
            self.client = add_client(workspace, "Amara Osei")
            self._wrote()
            self.session = hold_session(workspace, self.clock, self.client)
            self._wrote(2)
            self._remember(workspace)
        self.copy()

    def teardown(self) -> None:
        shutil.rmtree(self.parent)

    # What a coach does

    @rule(kinds=KINDS, keep=st.sampled_from([True, True, False]))
    def work(self, kinds: list[str], keep: bool) -> None:
        """Opens, accepts what there is to accept, writes, and leaves a copy behind."""
        with self._open() as workspace:
            if not self._answered(workspace, accept=True):
                return
            for kind in kinds:
                self._write(workspace, kind)
                self._wrote()
            if keep:
                self._remember(workspace)
        self.copy()

    @rule()
    def look(self) -> None:
        """Opens, and leaves an answer owed."""
        with self._open():
            pass

    @rule(kind=st.sampled_from(["client", "draft"]))
    def crash(self, kind: str) -> None:
        """Is killed between a commit and its seal."""
        with self._open() as workspace:
            if not self._answered(workspace, accept=False):
                return
            no_seal = patch.object(Vault, "write_seal", side_effect=SaveNotDurable)
            with no_seal, suppress(SaveNotDurable):
                self._write(workspace, kind)
            before = self.lying
            self.lying = Lying(before.write.then(), before.seal, before.ways)

    @rule(add=st.booleans())
    def change_ways_in(self, add: bool) -> None:
        """Adds a passphrase, or takes it away again."""
        with self._open() as workspace:
            if not self._answered(workspace, accept=False):
                return
            vault = workspace._vault
            found = [d for d in vault.descriptors if d.kind is SlotKind.PASSPHRASE]
            if add == bool(found):
                return
            if add:
                way = PassphraseWay(PASSPHRASE)
                add_way(vault, way, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
            else:
                remove_way(vault, found[0].slot_id)
            before = self.lying
            ways = Ways(vault.header_seq)
            self.lying = Lying(before.write, before.seal, ways)
            self._remember(workspace)

    # What happens to files

    def copy(self) -> None:
        """Somebody, or something, copies the folder."""
        self.vault.copy(str(len(self.copies)))
        self.copies.append(self.lying)

    @rule(ago=AGO, kinds=KINDS)
    def go_on_elsewhere(self, ago: int, kinds: list[str]) -> None:
        """An older copy goes on where nothing is remembered, and comes in the place of this."""
        self.put_back(ago, {"database", "seal", "header"})
        here, self.pin = self.pin, None
        self.work(kinds, keep=False)
        self.pin = here
        self.look()

    @rule(
        ago=AGO,
        parts=st.sampled_from(
            [
                {"database", "seal", "header"},
                {"database", "seal"},
                {"database"},
                {"database", "header"},
                {"seal"},
                {"header"},
            ]
        ),
    )
    def put_back(self, ago: int, parts: set[str]) -> None:
        """Puts parts of a copy in the place of what is there; the copy may have gone on."""
        number = max(0, len(self.copies) - ago)
        copy, now = self.copies[number], self.lying
        seal_there = (self.vault.copies / str(number) / SEAL).exists()
        if "database" in parts:
            self.vault.put_back(str(number), DATABASE)
        if "seal" in parts and seal_there:
            self.vault.put_back(str(number), SEAL)
        if "header" in parts:
            self.vault.put_back(str(number), *HEADERS)
        self.lying = Lying(
            copy.write if "database" in parts else now.write,
            copy.seal if "seal" in parts and seal_there else now.seal,
            copy.ways if "header" in parts else now.ways,
        )

    @rule(which=st.integers(-1, 30))
    def remember_otherwise(self, which: int) -> None:
        """The computer's pin is gone, or an older one."""
        self.pin = None if which < 0 else self.pins[which % len(self.pins)]

    @rule(what=st.sampled_from(["seal", "bit", "row"]), at=st.integers(0, 2**24))
    def harm(self, what: str, at: int) -> None:
        """Something is lost, turned over or changed."""
        match what:
            case "seal":
                self._lose_the_seal(at)
            case "bit":
                self._flip(at // 8, at % 8)
            case _:
                self._change_a_row()

    def _lose_the_seal(self, at: int) -> None:
        """The seal is gone, or not the app's."""
        path = self.vault.folder / SEAL
        path.unlink(missing_ok=True)
        if at % 2:
            path.write_bytes(b"x" * (at % 200))
        self.lying = Lying(self.lying.write, None, self.lying.ways)

    def _flip(self, at: int, bit: int) -> None:
        """A bit turns over in the database; it is told, and put right again."""
        path = self.vault.folder / DATABASE
        data = path.read_bytes()
        flipped = bytearray(data)
        flipped[at % len(data)] ^= 1 << bit
        path.write_bytes(flipped)
        seal = (self.vault.folder / SEAL).read_bytes() if self._has_seal else None
        try:
            workspace = self.vault.open(self._pin, read_only=True)
        except CryptoError:
            TALLY.flips += 1
        else:
            for _ in workspace.integrity.check():
                pass
            outcome = workspace.integrity.last()
            assert outcome is not None
            assert not outcome.is_sound, f"byte {at % len(data)}, bit {bit}"
            TALLY.flips += 1
            workspace.close()
        path.write_bytes(data)
        assert seal is None or (self.vault.folder / SEAL).read_bytes() == seal

    def _change_a_row(self) -> None:
        """A row is changed past the ledger; a check tells it, until it is as before."""
        with self._open() as workspace:
            if not self._answered(workspace, accept=False):
                return
            connection = workspace._vault.connection
            connection.execute("UPDATE clients SET needs = needs || 'x'")
            assert not _is_sound(workspace)
            connection.execute("UPDATE clients SET needs = substr(needs, 1, length(needs) - 1)")
            assert _is_sound(workspace)
            self._wrote(2)  # each check is noted in the vault

    # What the model expects

    def _held(self) -> set[VerdictKind]:
        """Which verdicts are right; empty where nothing is to be asked."""
        lying, pin = self.lying, self.pin
        fits = False
        if pin is not None and pin.known not in lying.write.names:
            if not lying.write.comes_from(pin.known.write):
                return {VerdictKind.ROLLED_BACK, VerdictKind.FORKED}
            ways = pin.known.ways
            assert ways is not None
            if ways.number > lying.ways.number:
                return {VerdictKind.HEADER_ROLLED_BACK}
            if ways.number == lying.ways.number and ways is not lying.ways:
                return {VerdictKind.HEADER_FORKED}
            fits = True
        if lying.seal is None:
            return set() if fits else {VerdictKind.SEAL_DAMAGED}
        known = Known(lying.seal)
        if lying.write.comes_from(lying.seal) or known in lying.write.names:
            return set()
        return {VerdictKind.ROLLED_BACK, VerdictKind.FORKED, VerdictKind.DAMAGED}

    def _quiet(self) -> set[VerdictKind]:
        """Which verdicts are right where nothing is to be asked."""
        lying = self.lying
        if lying.seal is None:
            return {VerdictKind.SEAL_DAMAGED}
        if lying.seal is lying.write:
            return {VerdictKind.AS_LEFT}
        if lying.write.before is lying.seal:
            return {VerdictKind.UNSEALED}
        return {VerdictKind.SEAL_BEHIND, VerdictKind.UNSEALED}

    @contextmanager
    def _open(self) -> Generator[Workspace]:
        TALLY.openings += 1
        workspace = self.vault.open(self._pin)
        try:
            verdict = workspace.standing.verdict
            expected = self._held()
            said = (verdict, expected, self.lying, self.pin)
            if expected:
                assert verdict.needs_answer, said
                assert verdict.kind in expected, said
                TALLY.told[verdict.kind] = TALLY.told.get(verdict.kind, 0) + 1
            else:
                assert not verdict.needs_answer, said
                assert verdict.kind in self._quiet(), said
                self._sealed_again(verdict.kind)
            yield workspace
        finally:
            workspace.close()

    def _sealed_again(self, kind: VerdictKind) -> None:
        renewed = kind in {VerdictKind.SEAL_BEHIND, VerdictKind.SEAL_DAMAGED}
        write = self.lying.write.then() if renewed else self.lying.write
        self.lying = Lying(write, write, self.lying.ways)

    def _answered(self, workspace: Workspace, accept: bool) -> bool:
        """Whether the vault takes writes, since nothing is owed or it is answered now."""
        if not workspace.standing.needs_answer:
            return True
        kind = workspace.standing.verdict.kind
        if not accept or kind is VerdictKind.DAMAGED:
            return False
        try:
            workspace.accept_standing()
        except VaultDamaged:
            # Behind what the pin tells, the seal knows other drafts of the same write.
            assert self.lying.seal is not None
            assert not self.lying.write.comes_from(self.lying.seal)
            return False
        TALLY.accepted += 1
        lying, named = self.lying, set[Known]()
        if kind is not VerdictKind.SEAL_DAMAGED:
            if self.pin is not None and not self._pin_fits():
                named.add(self.pin.known)
            if lying.seal is not None and not lying.write.comes_from(lying.seal):
                named.add(Known(lying.seal))
        write = lying.write.then(*named)
        self.lying = Lying(write, write, lying.ways)
        return True

    def _remember(self, workspace: Workspace) -> None:
        known = Known(self.lying.write, self.lying.ways)
        self.pin = Pin(pin_of(workspace), known)
        self.pins.append(self.pin)

    def _pin_fits(self) -> bool:
        pin, lying = self.pin, self.lying
        assert pin is not None
        assert pin.known.ways is not None
        older = pin.known.ways.number < lying.ways.number
        return lying.write.comes_from(pin.known.write) and (older or pin.known.ways is lying.ways)

    def _write(self, workspace: Workspace, kind: str) -> None:
        self.count += 1
        if kind == "client":
            add_client(workspace, f"Client {self.count}")
        elif kind == "change":
            details = ClientDetails("Amara Osei", needs=f"Number {self.count}")
            workspace.clients.change(self.client, details)
        else:
            note = SessionNote(self.session, self.client, (Paragraph(f"Text {self.count}"),))
            workspace.session_notes.autosave(note)

    def _wrote(self, times: int = 1) -> None:
        for _ in range(times):
            write = self.lying.write.then()
            self.lying = Lying(write, write, self.lying.ways)

    @property
    def _pin(self) -> bytes | None:
        return None if self.pin is None else self.pin.data

    @property
    def _has_seal(self) -> bool:
        return (self.vault.folder / SEAL).exists()


def _is_sound(workspace: Workspace) -> bool:
    for _ in workspace.integrity.check():
        pass
    outcome = workspace.integrity.last()
    assert outcome is not None
    return outcome.is_sound
