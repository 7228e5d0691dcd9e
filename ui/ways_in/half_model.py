"""This computer's half of the key: whether it is gone, and putting it back."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.ways_in.calls import Here, WayCalls
from ui.ways_in.choice import Choice
from ui.ways_in.choice_model import ChoiceCalls, ChoiceModel, way_of
from ui.ways_in.put_way import PutWay, Stage
from ui.ways_in.way_choice import WayChoice

if TYPE_CHECKING:
    from app.workflows.ways_in.known_slots import KnownSlots
    from app.workflows.ways_in.way_in import WayIn
    from app.workspace import Workspace


@dataclass(frozen=True)
class State:
    """What is shown; `is_new` for a computer that never had a half, as far as is known.

    `only_kit` says that the vault opens by its Recovery Kit alone, on any computer.
    """

    stage: Stage = Stage.LOOKING
    store_name: str = ""
    is_new: bool = False
    only_kit: bool = False
    choice: Choice = Choice()  # noqa: RUF009 - frozen
    error: Exception | None = None


class Found(NamedTuple):
    """What the vault said about its ways in."""

    known: "KnownSlots"
    ways: "tuple[WayIn, ...]"
    may_change: bool


def read(workspace: "Workspace") -> Found:
    """Reads the ways in; runs on the vault's worker."""
    ways = workspace.ways_in
    return Found(ways.known_slots(), ways.listed(), workspace.takes_writes)


class HalfModel(QObject):
    """Looks, offers and puts back; a passphrase passes through and is not kept."""

    changed = Signal(object)  # State

    def __init__(
        self,
        jobs: Jobs,
        device: DeviceSettings,
        calls: WayCalls | None = None,
        choices: ChoiceCalls | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is looked at before `look`."""
        super().__init__(parent)
        self.state = State()
        self.choice = ChoiceModel(jobs, choices, self)
        self._jobs = jobs
        self._device = device
        self._calls = calls or WayCalls()
        self._here = Here()
        self._known: KnownSlots | None = None
        self._replaced: UUID | None = None
        self._put_way = PutWay(jobs, device, self._calls, self)
        self.choice.changed.connect(self._take_choice)
        self.choice.failed.connect(self._fail)
        self._put_way.writing.connect(self._begin_writing)
        self._put_way.done.connect(self._finish)
        self._put_way.failed.connect(self._fail)

    def look(self) -> None:
        """Looks whether the open vault expects a half that this computer has not."""
        self._know(State())
        self._jobs.read(self, read, self._look_here, lambda _: self._nothing())

    def put_back(self, passphrase: str) -> None:
        """Puts the half back; the passphrase is the other one, where there are two."""
        known, store = self._known, self._here.store
        if known is None or store is None or self.state.stage is not Stage.OFFERED:
            return
        opening = self.choice.choice.opening
        self._know(replace(self.state, stage=Stage.WORKING, error=None))
        way = way_of(opening, passphrase, store)
        self._put_way.begin(known, way, store, self._replaced)

    def let_go(self) -> bool:
        """Puts nothing back after all; False when that is being written already."""
        return self._put_way.let_go()

    def _take_choice(self, choice: Choice) -> None:
        self._know(replace(self.state, choice=choice))

    def _look_here(self, found: Found) -> None:
        if not found.may_change or not any(way.is_kept for way in found.ways):
            self._nothing(only_kit=found.may_change and len(found.ways) == 1)
            return
        self._known = found.known
        look = partial(self._calls.look_here, found.known)
        self._jobs.away(self, look, partial(self._offer, found), lambda _: self._nothing())

    def _offer(self, found: Found, here: Here) -> None:
        self._here = here
        self._put_way.machine = here.machine
        if here.error is not None or here.held is not None:
            self._nothing()
            return
        # what it needs comes with the vault
        from app.workflows.ways_in.own_slot import recall
        from crypto.slots.slot import SlotKind

        kept = [way for way in found.ways if way.is_kept]
        ids = [way.id for way in kept]
        own = recall(self._device, found.known.vault_id, here.machine, ids)
        gone = next((way for way in kept if way.id == own), None)
        self._replaced = gone.id if gone is not None else None
        kind = (gone or kept[0]).kind
        opening = WayChoice.BOTH if kind is SlotKind.KEYRING_PASSPHRASE else WayChoice.KEYRING
        self.choice.begin(here.store, opening)
        self._know(
            replace(
                self.state,
                stage=Stage.OFFERED,
                store_name=here.store_name,
                is_new=gone is None,
                choice=self.choice.choice,
            )
        )

    def _begin_writing(self) -> None:
        self._know(replace(self.state, stage=Stage.WRITING))

    def _finish(self) -> None:
        self._know(replace(self.state, stage=Stage.DONE))

    def _nothing(self, *, only_kit: bool = False) -> None:
        self._know(replace(self.state, stage=Stage.NOTHING, only_kit=only_kit))

    def _fail(self, error: Exception) -> None:
        self._know(replace(self.state, stage=Stage.OFFERED, error=error))

    def _know(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
