"""The details of the practice, saved field by field as they are typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.core.errors import Refusal
from app.records.practice.record import Practice, refusal
from ui.jobs import Jobs
from ui.pages.settings.zones import zone_names

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace


@dataclass(frozen=True)
class State:
    """The details as typed; `refused` are fields that can't be kept, `failed` why none was."""

    practice: Practice = field(default_factory=Practice)
    loaded: bool = False
    refused: Mapping[str, Refusal] = field(default_factory=dict[str, Refusal])
    failed: Exception | None = None
    saved_at: Moment | None = None


class PracticeModel(QObject):
    """Keeps what was typed until the vault has it."""

    state_changed = Signal(object)  # State
    zones_listed = Signal(object)  # tuple[str, ...]

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """Nothing is read before `load`."""
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self._typed: dict[str, str] = {}  # what the vault doesn't have yet
        self.state = State()
        jobs.changed.connect(self._after_write)

    def load(self) -> None:
        """Reads the vault."""
        self._jobs.read(self, lambda workspace: workspace.practice.get(), self._take)

    def list_zones(self) -> None:
        """Looks which time zones there are; `zones_listed` gets their names."""
        self._jobs.away(self, zone_names, self.zones_listed.emit, self._jobs.trouble.emit)

    def change(self, name: str, text: str) -> None:
        """Saves one field, if it can be kept and has changed."""
        refused = {key: value for key, value in self.state.refused.items() if key != name}
        error = refusal(name, text)
        if error is not None:
            self._emit(replace(self.state, refused={**refused, name: error}))
            return
        if text == getattr(self.state.practice, name) and name not in self.state.refused:
            return
        self._typed[name] = text
        practice = replace(self.state.practice, **{name: text})
        self._emit(replace(self.state, practice=practice, refused=refused))
        self._jobs.write(self, saving(self._typed), self._saved, self._failed)

    def typed(self) -> Mapping[str, str]:
        """Fields that the vault doesn't have yet."""
        return dict(self._typed)

    def _saved(self, _changes: Changes) -> None:
        self._typed.clear()
        self._emit(replace(self.state, saved_at=self._clock.now(), failed=None))

    def _failed(self, error: Exception) -> None:
        self._emit(replace(self.state, failed=error))

    def _after_write(self, changes: Changes) -> None:
        if changes.touches(Kind.PRACTICE):
            self.load()

    def _take(self, practice: Practice) -> None:
        self._emit(replace(self.state, practice=replace(practice, **self._typed), loaded=True))

    def _emit(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)


def saving(typed: Mapping[str, str]) -> "Callable[[Workspace], Changes]":
    """What writes these fields over those in the vault."""
    texts = dict(typed)

    def save(workspace: "Workspace") -> Changes:
        return workspace.practice.change(replace(workspace.practice.get(), **texts))

    return save
