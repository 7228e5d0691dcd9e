"""The ways into the open vault: reads them, proves who asks, and changes them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.ways_in.calls import Here, WayCalls
from ui.ways_in.choice_model import way_of
from ui.ways_in.kit import Kit
from ui.ways_in.opening import Opening
from ui.ways_in.proof import prove, tries
from ui.ways_in.ways_state import Secret, Ways

if TYPE_CHECKING:
    from app.workflows.ways_in.door import Door
    from app.workspace import Workspace
    from crypto.slots.ready_way import ReadyWay
    from crypto.slots.recovery import RecoverySlot
    from crypto.vault.change_slots import PendingKit

READS = (Kind.WAY_IN,)
Then = Callable[[], None]
Made = TypeVar("Made")


class NewKit(NamedTuple):
    """A kit that is not in use yet: as it is shown, and as the vault will take it."""

    shown: Kit
    pending: "PendingKit"


def read(workspace: "Workspace") -> Ways:
    """Reads the ways in; runs on the vault's worker."""
    ways = workspace.ways_in
    return Ways(
        door=ways.door(),
        ways=ways.listed(),
        kit=ways.kits.facts(),
        opened_by=ways.opened_by,
        may_change=not (workspace.facts().read_only or workspace.standing.needs_answer),
    )


class WaysModel(QObject):
    """What a secret was typed for is done at once; no secret is kept."""

    changed = Signal(object)  # Ways
    done = Signal()
    failed = Signal(object)  # Exception
    kit_begun = Signal(object)  # NewKit

    def __init__(
        self,
        jobs: Jobs,
        device: DeviceSettings,
        calls: WayCalls | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is read before `load`."""
        super().__init__(parent)
        self.ways = Ways()
        self.jobs = jobs
        self.calls = calls or WayCalls()
        self._device = device
        self._machine = ""
        jobs.changed.connect(self._after_write)

    def load(self) -> None:
        """Reads the vault, after the ledger has caught up with what a killed process changed."""
        self.jobs.write(
            self,
            lambda workspace: workspace.ways_in.catch_up(),
            lambda _: self._read(),
            lambda _: self._read(),
        )

    def look(self) -> None:
        """Looks at this computer too; its password store may show a prompt."""
        if self.ways.door is not None:
            look = partial(self.calls.look_here, self.ways.door)
            self.jobs.away(self, look, self._take_here, self.failed.emit)

    def change_opening(
        self, secret: Secret, opening: Opening, passphrase: str, replaced: UUID | None
    ) -> None:
        """Makes a way in, in place of another if `replaced` says so."""

        def change(ready: "ReadyWay", workspace: "Workspace") -> Changes:
            try:
                if replaced is None:
                    return workspace.ways_in.add(ready)
                return workspace.ways_in.replace(replaced, ready)
            finally:
                ready.wipe()

        def make(door: "Door") -> "ReadyWay":
            return self.calls.make_ready(
                door, way_of(opening, passphrase, self.ways.store), replaced
            )

        def then(ready: "ReadyWay") -> None:
            slot_id = ready.enrolment.descriptor.slot_id if opening.needs_store else None
            self._write(partial(change, ready), partial(self._has_changed, slot_id, replaced))

        self._proven(secret, make, then)

    def remove(self, secret: Secret, way: UUID) -> None:
        """Takes a way in away."""

        def then(_: None) -> None:
            self._write(
                lambda workspace: workspace.ways_in.remove(way),
                partial(self._has_changed, None, way),
            )

        self._proven(secret, _nothing_more, then)

    def begin_kit(self, secret: Secret) -> None:
        """Makes the next kit, to be shown and checked; `kit_begun` has it."""

        def begin(workspace: "Workspace") -> NewKit:
            ways = workspace.ways_in
            door, pending = ways.door(), ways.kits.begin()
            about = pending.enrolment.descriptor
            kit = Kit(
                door.folder,
                door.vault_name,
                pending.kit_number,
                cast("RecoverySlot", about).kit_made_on,
                pending.words,
            )
            return NewKit(kit, pending)

        def then(_: None) -> None:
            self.jobs.read(self, begin, self.kit_begun.emit, self.failed.emit)

        self._proven(secret, _nothing_more, then)

    def finish_kit(self, kit: NewKit) -> None:
        """Puts a kit in use whose words were checked."""
        self._write(lambda workspace: workspace.ways_in.kits.finish(kit.pending), self.done.emit)

    def rehearse(self, words: tuple[str, ...]) -> None:
        """Proves that these words open the vault."""
        self._write(lambda workspace: workspace.ways_in.kits.rehearse(words), self.done.emit)

    def ready_for_new_key(
        self, opening: Opening, passphrase: str, then: "Callable[[ReadyWay], None]"
    ) -> None:
        """Makes a way in for a vault that will have no other; `then` gets it."""
        door = self.ways.door
        if door is None:
            return
        alone = replace(door, slots=())
        way = way_of(opening, passphrase, self.ways.store)
        make = partial(self.calls.make_ready, alone, way, None)
        self.jobs.away(self, make, then, self.failed.emit)

    def has_new_key(self, slot_id: UUID) -> None:
        """Lets this computer forget its old part of the key, and remember the new one."""
        own = self.ways.own
        self._remember(slot_id)
        if own is not None:
            self._forget(own.id)

    def _proven(
        self, secret: Secret, make: "Callable[[Door], Made]", then: "Callable[[Made], None]"
    ) -> None:
        """Away: proves who asks, then makes what takes long; `then` gets that."""
        door, ways_to_try = self.ways.door, tries(self.ways, secret)
        if door is None:
            return

        def work() -> "Made":
            prove(self.calls, door, ways_to_try)
            return make(door)

        self.jobs.away(self, work, then, self.failed.emit)

    def _write(self, call: "Callable[[Workspace], Changes]", done: Then) -> None:
        self.jobs.write(self, call, lambda _: done(), self.failed.emit)

    def _has_changed(self, slot_id: UUID | None, dropped: UUID | None) -> None:
        here = self.ways.here
        if slot_id is not None:
            self._remember(slot_id)
        if here is not None and (slot_id is not None or dropped == here.held):
            self._know(replace(self.ways, here=replace(here, held=slot_id)))
        if dropped is not None and any(w.id == dropped and w.is_kept for w in self.ways.ways):
            self._forget(dropped)
        self.done.emit()

    def _remember(self, slot_id: UUID) -> None:
        # it came with the vault
        from app.workflows.ways_in.own_slot import remember

        door = self.ways.door
        if door is not None:
            remember(self._device, door.vault_id, slot_id, self._machine)

    def _forget(self, slot_id: UUID) -> None:
        """Takes what no header names any more out of the store; left there, it is harmless."""
        store, door = self.ways.store, self.ways.door
        if store is not None and door is not None:
            call = partial(self.calls.forget, store, door.vault_id, slot_id)
            self.jobs.away(self, call, lambda _: None, lambda _: None)

    def _read(self) -> None:
        self.jobs.read(self, read, self._take, self.failed.emit)

    def _after_write(self, changes: Changes) -> None:
        if self.ways.door is not None and changes.touches(*READS):
            self._read()

    def _take(self, ways: Ways) -> None:
        is_first = self.ways.door is None
        self._know(replace(ways, here=self.ways.here, remembered=self.ways.remembered))
        if is_first:
            self.jobs.away(self, self.calls.machine, self._take_machine, self.failed.emit)

    def _take_machine(self, machine: str) -> None:
        self._machine = machine
        if self.ways.own is not None:
            self._remember(self.ways.own.id)

    def _take_here(self, here: Here) -> None:
        # it came with the vault
        from app.workflows.ways_in.own_slot import recall

        self._machine, door = here.machine, self.ways.door
        known = None if door is None else recall(self._device, door.vault_id, here.machine)
        self._know(replace(self.ways, here=here, remembered=known))
        if here.held is not None:
            self._remember(here.held)

    def _know(self, ways: Ways) -> None:
        if ways != self.ways:
            self.ways = ways
            self.changed.emit(ways)


def _nothing_more(_: "Door") -> None:
    """When it is enough that the coach was proven to be there."""
