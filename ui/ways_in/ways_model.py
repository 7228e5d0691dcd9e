"""The ways into the open vault: reads them, proves who asks, and changes them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.ways_in.calls import Here, WayCalls
from ui.ways_in.choice_model import ChoiceCalls, ChoiceModel, way_of
from ui.ways_in.kit_model import KitModel
from ui.ways_in.new_kit import NewKit, begin_new_kit
from ui.ways_in.proof import prove, tries
from ui.ways_in.request import GiveWay, Request, at_once
from ui.ways_in.rewrap_model import RewrapModel, begin_rewrapping
from ui.ways_in.way_choice import WayChoice
from ui.ways_in.ways_state import Secret, Ways
from ui.ways_in.words_model import WordsModel

if TYPE_CHECKING:
    from app.workflows.ways_in.known_slots import KnownSlots
    from app.workspace import Workspace
    from crypto.slots.ready_way import ReadyWay

READS = (Kind.WAY_IN,)
Made = TypeVar("Made")


def read(workspace: "Workspace") -> Ways:
    """Reads the ways in; runs on the vault's worker."""
    ways = workspace.ways_in
    made_up = workspace.made_up.get()
    return Ways(
        known=ways.known_slots(),
        ways=ways.listed(),
        kit=ways.kits.facts(),
        opened_by=ways.opened_by,
        may_change=workspace.takes_writes and not made_up,  # nobody was given its passphrase
        made_up=made_up,
    )


class WaysModel(QObject):
    """What a secret was typed for is done at once; no secret is kept.

    Whoever asks gets a `Request`, which tells them alone what comes of it.
    """

    changed = Signal(object)  # Ways

    def __init__(
        self,
        jobs: Jobs,
        device: DeviceSettings,
        calls: WayCalls | None = None,
        choices: ChoiceCalls | None = None,
        parent: QObject | None = None,
        *,
        give_way: GiveWay = at_once,
    ) -> None:
        """Nothing is read before `load`. `give_way` ends a backup; it may be begun anew."""
        super().__init__(parent)
        self.ways = Ways()
        self._jobs = jobs
        self._calls = calls or WayCalls()
        self._choices = choices
        self._device = device
        self._machine = ""
        self.give_way = give_way
        self.rewrap = RewrapModel(jobs, self)
        jobs.changed.connect(self._after_write)

    def choice(self) -> ChoiceModel:
        """A choice of a way in, for whoever asks for one."""
        return ChoiceModel(self._jobs, self._choices)

    def kit(self, kit: NewKit) -> KitModel:
        """A kit for the screen that is to show it."""
        return KitModel(self._jobs, kit.shown)

    def word_list(self) -> WordsModel:
        """The words for a field that takes a kit's."""
        return WordsModel(self._jobs)

    def load(self) -> None:
        """Reads the vault, after the ledger has caught up with what a killed process changed."""
        self._jobs.write(
            self,
            lambda workspace: workspace.ways_in.catch_up(),
            lambda _: self._read(),
            lambda _: self._read(),
        )

    def look(self) -> None:
        """Looks at this computer too; its password store may show a prompt."""
        if self.ways.known is not None:
            look = partial(self._calls.look_here, self.ways.known)
            self._jobs.away(self, look, self._take_here, self._jobs.trouble.emit)

    def change_opening(
        self, secret: Secret, opening: WayChoice, passphrase: str, replaced: UUID | None
    ) -> Request:
        """Makes a way in, in place of another if `replaced` says so."""
        request = Request(self)

        def make(known: "KnownSlots") -> "ReadyWay":
            way = way_of(opening, passphrase, self.ways.store)
            return self._calls.make_ready(known, way, replaced)

        def then(ready: "ReadyWay") -> None:
            slot_id = ready.enrolment.descriptor.slot_id if opening.needs_store else None
            if request.begin_writing():
                self._write(
                    request,
                    lambda workspace: workspace.ways_in.put(ready, replaced),
                    partial(self._has_changed, slot_id, replaced),
                )
            else:
                self._drop(opening, ready)

        self._prove(request, secret, make, then)
        return request

    def remove(self, secret: Secret, way: UUID) -> Request:
        """Takes a way in away."""
        request = Request(self)

        def then(_: None) -> None:
            if request.begin_writing():
                self._write(
                    request,
                    lambda workspace: workspace.ways_in.remove(way),
                    partial(self._has_changed, None, way),
                )

        self._prove(request, secret, _nothing_more, then)
        return request

    def begin_kit(self, secret: Secret) -> Request:
        """Makes the next kit, to be shown and checked: a NewKit."""
        request = Request(self)

        def then(_: None) -> None:
            self._jobs.read(self, begin_new_kit, request.finish, request.fail)

        self._prove(request, secret, _nothing_more, then)
        return request

    def finish_kit(self, kit: NewKit) -> Request:
        """Puts a kit in use whose words were checked: a Rewrapping, if backups are behind it."""
        request = Request(self)
        request.begin_writing()

        def done(_: Changes) -> None:  # what can't be read now is caught up with later
            self._jobs.read(self, begin_rewrapping, request.finish, lambda _: request.finish())

        def finish() -> None:
            self._jobs.write(self, lambda w: w.ways_in.kits.finish(kit.pending), done, request.fail)

        self.give_way(finish, True)
        return request

    def rehearse(self, words: tuple[str, ...]) -> Request:
        """Proves that these words open the vault."""
        return self._write_at_once(lambda workspace: workspace.ways_in.kits.rehearse(words))

    def make_ready_for_new_key(self, opening: WayChoice, passphrase: str) -> Request:
        """Makes a way in for a vault that will have no other: a ReadyWay."""
        request = Request(self)
        make = partial(
            self._calls.make_ready,
            replace(self._known_slots(), slots=()),
            way_of(opening, passphrase, self.ways.store),
            None,
        )

        def then(ready: "ReadyWay") -> None:
            if not request.is_wanted:
                self._drop(opening, ready)
            request.finish(ready)

        self._jobs.away(self, make, then, request.fail)
        return request

    def has_new_key(self, slot_id: UUID) -> None:
        """Lets this computer forget its old part of the key, and remember the new one."""
        own = self.ways.own
        self._remember(slot_id)
        if own is not None:
            self._forget(own.id)

    def _known_slots(self) -> "KnownSlots":
        if self.ways.known is None:
            raise RuntimeError("the vault was not read yet")
        return self.ways.known

    def _prove(
        self,
        request: Request,
        secret: Secret,
        make: "Callable[[KnownSlots], Made]",
        then: "Callable[[Made], None]",
    ) -> None:
        """Away: proves who asks, then makes what takes long; `then` gets that."""
        known, ways_to_try = self._known_slots(), tries(self.ways, secret)

        def work() -> "Made":
            prove(self._calls, known, ways_to_try)
            request.go_on()
            return make(known)

        self._jobs.away(self, work, then, request.fail)

    def _write_at_once(self, call: "Callable[[Workspace], Changes]") -> Request:
        request = Request(self)
        request.begin_writing()
        self._write(request, call, lambda: None)
        return request

    def _write(
        self, request: Request, call: "Callable[[Workspace], Changes]", then: Callable[[], None]
    ) -> None:
        def done(_: Changes) -> None:
            then()
            request.finish()

        self._jobs.write(self, call, done, request.fail)

    def _drop(self, opening: WayChoice, ready: "ReadyWay") -> None:
        """Forgets a way in that came too late."""
        store = self.ways.store if opening.needs_store else None
        drop = partial(self._calls.drop, self._known_slots(), store, ready)
        self._jobs.away(self, drop, lambda _: None, self._jobs.trouble.emit)

    def _has_changed(self, slot_id: UUID | None, dropped: UUID | None) -> None:
        here = self.ways.here
        if slot_id is not None:
            self._remember(slot_id)
        if here is not None and (slot_id is not None or dropped == here.held):
            self._know(replace(self.ways, here=replace(here, held=slot_id)))
        if dropped is not None and any(w.id == dropped and w.is_kept for w in self.ways.ways):
            self._forget(dropped)

    def _remember(self, slot_id: UUID) -> None:
        # only an open vault needs it
        from app.workflows.ways_in.own_slot import remember

        known = self.ways.known
        if known is not None:
            remember(self._device, known.vault_id, slot_id, self._machine)

    def _forget(self, slot_id: UUID) -> None:
        """Takes what no header names any more out of the store; left there, it is harmless."""
        store, known = self.ways.store, self.ways.known
        if store is not None and known is not None:
            call = partial(self._calls.forget, store, known.vault_id, slot_id)
            self._jobs.away(self, call, lambda _: None, lambda _: None)

    def _read(self) -> None:
        self._jobs.read(self, read, self._take)

    def _after_write(self, changes: Changes) -> None:
        if self.ways.known is not None and changes.touches(*READS):
            self._read()

    def _take(self, ways: Ways) -> None:
        is_first = self.ways.known is None
        self._know(replace(ways, here=self.ways.here, remembered=self.ways.remembered))
        if is_first:
            self._jobs.away(self, self._calls.machine, self._take_machine, self._jobs.trouble.emit)

    def _take_machine(self, machine: str) -> None:
        self._machine = machine
        if self.ways.own is not None:
            self._remember(self.ways.own.id)

    def _take_here(self, here: Here) -> None:
        # only an open vault needs it
        from app.workflows.ways_in.own_slot import recall

        self._machine, vault_id = here.machine, self._known_slots().vault_id
        own = recall(self._device, vault_id, here.machine, [way.id for way in self.ways.ways])
        self._know(replace(self.ways, here=here, remembered=own))
        if here.held is not None:
            self._remember(here.held)

    def _know(self, ways: Ways) -> None:
        if ways != self.ways:
            self.ways = ways
            self.changed.emit(ways)


def _nothing_more(_: "KnownSlots") -> None:
    """When it is enough that the coach was proven to be there."""
