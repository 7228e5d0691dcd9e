"""What is known of a kit on the screen: covers the words, checks three, saves the sheet."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.jobs import Jobs
from ui.ways_in.kit import Kit
from ui.ways_in.kit_file import find_drives, save_kit
from ui.ways_in.kit_state import CHECKED, Facts, State, derive, judge

Pick = Callable[[int], tuple[int, ...]]
Save = Callable[[Kit, Path], None]


def pick_places(of: int) -> tuple[int, ...]:
    """Three places out of so many, counted from 1, in their order."""
    return tuple(sorted(secrets.SystemRandom().sample(range(1, of + 1), CHECKED)))


class KitModel(QObject):
    """A kit on the screen, without widgets."""

    state_changed = Signal(object)  # State
    emptied = Signal()  # what was typed for the check is to go

    place_found = Signal(object)  # Path: a folder to suggest for the PDF

    def __init__(
        self, jobs: Jobs, kit: Kit, save: Save = save_kit, pick: Pick = pick_places
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._save = save
        self.kit = kit
        self.places = pick(len(kit.words))
        self._facts = Facts()

    @property
    def state(self) -> State:
        """What is to be shown now."""
        return derive(self._facts)

    def toggle_cover(self) -> None:
        """Covers the words, or shows them again and lets the check begin anew."""
        if self._facts.covered:
            self._know(Facts(saved=self._facts.saved))
            self.emptied.emit()
        else:
            self.cover()

    def cover(self) -> None:
        """Covers the words."""
        self._know(replace(self._facts, covered=True))

    def answer(self, at: int, typed: str, *, left: bool) -> None:
        """Tells what stands in check field `at`, from 0, and whether the field was left."""
        verdict = judge(typed, self.kit.words[self.places[at] - 1], left=left)
        answers = (*self._facts.answers[:at], verdict, *self._facts.answers[at + 1 :])
        self._know(replace(self._facts, answers=answers))

    def note_kept(self) -> None:
        """Tells the vault that the kit in use is on paper; else Today asks for one."""
        self._jobs.write(self, lambda workspace: workspace.ways_in.kits.was_kept())

    def look_for_place(self) -> None:
        """Looks where a stick shows up; `place_found` has it."""
        self._jobs.away(self, find_drives, self.place_found.emit, self._fail)

    def save(self, file: Path) -> None:
        """Writes the sheet as PDF, one at a time."""
        if self._facts.saving:
            return
        self._know(replace(self._facts, saving=True, error=None, saved=None))
        write = partial(self._save, self.kit, file)
        self._jobs.away(self, write, lambda _: self._has_saved(file), self._fail)

    def _has_saved(self, file: Path) -> None:
        self._know(replace(self._facts, saving=False, saved=file))

    def _fail(self, error: Exception) -> None:
        self._know(replace(self._facts, saving=False, error=error))

    def _know(self, facts: Facts) -> None:
        before = self.state
        self._facts = facts
        if self.state != before:
            self.state_changed.emit(self.state)
