"""Brings backups under the Recovery Kit in use, without anybody waiting for a drive.

Those that a kill left without a note are noted first, so that they are brought along.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes
from app.workflows.backup.places import Answering, Place, answering
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workflows.backup.adopt import Found, Search
    from app.workflows.backup.rewrap import Behind, Rewrapped
    from app.workspace import Workspace
    from crypto.vault.change_slots import PendingKit


@dataclass(frozen=True)
class Rewrapping:
    """What is to be done, and the places that the coach chose, by which backups are named."""

    behind: "Behind"
    places: tuple[Place, ...] = ()


def begin_adopting(workspace: "Workspace") -> "Search | None":
    """Where backups may lie that nobody noted; runs on the vault worker."""
    return workspace.adopt_backups.begin()


def begin_rewrapping(workspace: "Workspace") -> Rewrapping | None:
    """What is behind the kit in use, None when nothing is; runs on the vault worker."""
    return _with_places(workspace, workspace.rewrap.begin())


def begin_for_new_key(workspace: "Workspace", kit: "PendingKit") -> Rewrapping | None:
    """What will be behind a kit that comes with a new key; runs on the vault worker."""
    return _with_places(workspace, workspace.rewrap.begin_for(kit))


def look_where_it_answers(search: "Search", places: Answering) -> "list[Found]":
    """What may have to be noted, but for folders that hang; runs on a thread of its own."""
    # what it needs comes after the first picture
    from app.workflows.backup.adopt import look_for

    here = answering(search.folders, places)
    return look_for(replace(search, folders=tuple(one for one in search.folders if one in here)))


class RewrapModel(QObject):
    """Several may be at it at once: the files are one's after the other."""

    ended = Signal(object)  # Rewrapped: what could be reached and what could not

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Nothing is looked at before it is asked for."""
        super().__init__(parent)
        self._jobs = jobs
        self._places = Answering()
        self._busy = False

    def catch_up(self) -> None:
        """Does what is behind; whatever is left is tried the next time. Cheap when nothing is."""
        if self._busy:
            return
        self._busy = True
        self._jobs.read(self, begin_adopting, self._adopt, self._fail)

    def carry_out(self, rewrapping: Rewrapping) -> None:
        """Does this, and notes it."""
        self._busy = True
        self._away(rewrapping, self._note)

    def carry_out_alone(self, rewrapping: Rewrapping) -> None:
        """Does this for a vault that is closed by now; it is noted when that is opened again."""
        self._busy = True
        self._away(rewrapping, self._end)

    def _adopt(self, search: "Search | None") -> None:
        if search is None:
            self._adopted()
            return
        look = partial(look_where_it_answers, search, self._places)
        self._jobs.away(self, look, self._note_adopted, self._fail)

    def _note_adopted(self, found: "list[Found]") -> None:
        if not found:
            self._adopted()
            return

        def note(workspace: "Workspace") -> Changes:
            return workspace.adopt_backups.note(found)

        self._jobs.write(self, note, lambda _: self._adopted(), self._fail)

    def _adopted(self) -> None:
        self._jobs.read(self, begin_rewrapping, self._go_on, self._fail)

    def _go_on(self, rewrapping: Rewrapping | None) -> None:
        if rewrapping is None:
            self._busy = False
        else:
            self._away(rewrapping, self._note)

    def _away(self, rewrapping: Rewrapping, then: "Callable[[Rewrapped], None]") -> None:
        # what it needs comes after the first picture
        from app.workflows.backup.rewrap import bring_along

        call = partial(bring_along, rewrapping.behind, self._places)
        self._jobs.away(self, call, then, self._fail)

    def _note(self, rewrapped: "Rewrapped") -> None:
        if not rewrapped.done:
            self._end(rewrapped)
            return

        def note(workspace: "Workspace") -> Changes:
            return workspace.rewrap.note(rewrapped)

        # Where it can't be written down, that is made up for the next time: the files say it.
        self._jobs.write(self, note, lambda _: self._end(rewrapped), lambda _: self._end(rewrapped))

    def _end(self, rewrapped: "Rewrapped") -> None:
        self._busy = False
        self.ended.emit(rewrapped)

    def _fail(self, error: Exception) -> None:
        self._busy = False
        self._jobs.trouble.emit(error)


def _with_places(workspace: "Workspace", behind: "Behind | None") -> Rewrapping | None:
    return None if behind is None else Rewrapping(behind, workspace.backup_plan.get().places)
