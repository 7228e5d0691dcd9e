"""How this computer opens a vault that only its Recovery Kit opens: chosen, and put in place."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.settings.device import DeviceSettings
from crypto.errors import KeyringInsecure, KeyringMissing, KeyringWriteUnverified
from ui.jobs import Jobs
from ui.ways_in.calls import WayCalls
from ui.ways_in.choice import Choice, Lacks
from ui.ways_in.choice_model import ChoiceCalls, ChoiceModel, way_of
from ui.ways_in.half_model import Found, read
from ui.ways_in.put_way import PutWay, Stage

if TYPE_CHECKING:
    from app.workflows.ways_in.known_slots import KnownSlots

_NO_STORE = (KeyringMissing, KeyringInsecure, KeyringWriteUnverified)


@dataclass(frozen=True)
class State:
    """What is shown."""

    stage: Stage = Stage.LOOKING
    choice: Choice = Choice()  # noqa: RUF009 - frozen
    error: Exception | None = None

    @property
    def can_go_on(self) -> bool:
        """Whether the way in that was chosen can be made."""
        return self.stage is Stage.OFFERED and self.choice.lacks is Lacks.NOTHING


class EnrolModel(QObject):
    """A passphrase passes through and is not kept."""

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
        self._calls = calls or WayCalls()
        self._known: KnownSlots | None = None
        self._put_way = PutWay(jobs, device, self._calls, self)
        self.choice.changed.connect(self._take_choice)
        self.choice.failed.connect(self._fail)
        self._put_way.writing.connect(self._begin_writing)
        self._put_way.done.connect(self._finish)
        self._put_way.failed.connect(self._fail)

    def look(self) -> None:
        """Looks whether the open vault needs a way in, and at this computer's password store."""
        self._know(State(choice=self.choice.choice))
        self._jobs.read(self, read, self._offer, lambda _: self._nothing())

    def put(self, passphrase: str) -> None:
        """Lets the vault open here as it was chosen."""
        known = self._known
        if known is None or not self.state.can_go_on:
            return
        opening = self.choice.choice.opening
        store = self.choice.store if opening.needs_store else None
        self._know(replace(self.state, stage=Stage.WORKING, error=None))
        self._put_way.begin(known, way_of(opening, passphrase, store), store)

    def let_go(self) -> bool:
        """Leaves it at the Recovery Kit after all; False when a way in is being written."""
        return self._put_way.let_go()

    def _offer(self, found: Found) -> None:
        # only an open vault needs it
        from crypto.slots.slot import SlotKind

        others = [way for way in found.ways if way.kind is not SlotKind.RECOVERY]
        if others or not found.may_change:
            self._nothing()
            return
        self._known = found.known
        self._know(replace(self.state, stage=Stage.OFFERED))
        self.choice.arrive()
        self._jobs.away(self, self._calls.machine, self._take_machine, lambda _: None)

    def _take_machine(self, machine: str) -> None:
        self._put_way.machine = machine

    def _take_choice(self, choice: Choice) -> None:
        self._know(replace(self.state, choice=choice))

    def _begin_writing(self) -> None:
        self._know(replace(self.state, stage=Stage.WRITING))

    def _finish(self) -> None:
        self._know(replace(self.state, stage=Stage.DONE))

    def _nothing(self) -> None:
        self._know(replace(self.state, stage=Stage.NOTHING))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, _NO_STORE):
            self.choice.no_store(error)
        self._know(replace(self.state, stage=Stage.OFFERED, error=error))

    def _know(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
