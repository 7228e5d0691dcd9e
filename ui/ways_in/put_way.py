"""From what was typed to a way in that the vault has written, and that this computer knows."""

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes
from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.ways_in.calls import WayCalls
from ui.ways_in.request import Request

if TYPE_CHECKING:
    from app.workflows.ways_in.known_slots import KnownSlots
    from app.workspace import Workspace
    from crypto.keyring.store import KeyStore
    from crypto.slots.ready_way import ReadyWay
    from crypto.slots.slot import NewWay


class Stage(StrEnum):
    """How far a way in has come that is offered to this computer."""

    LOOKING = "looking"  # at the open vault; the password store may be asking
    NOTHING = "nothing"  # there is nothing to put, or the vault takes none
    OFFERED = "offered"
    WORKING = "working"
    WRITING = "writing"  # too late to let it go
    DONE = "done"


class PutWay(QObject):
    """Puts one way in at a time; a passphrase passes through and is not kept."""

    writing = Signal()  # from here on it can't be let go
    done = Signal()
    failed = Signal(object)  # Exception

    def __init__(
        self, jobs: Jobs, device: DeviceSettings, calls: WayCalls, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.machine = ""  # what tells this computer from others, once that is known
        self._jobs = jobs
        self._device = device
        self._calls = calls
        self._request: Request | None = None  # what is under way

    def begin(
        self,
        known: "KnownSlots",
        way: "NewWay",
        store: "KeyStore | None",
        replaced: UUID | None = None,
    ) -> None:
        """Lets the vault open by `way`; `store` holds its secret, if one does."""
        self._request = request = Request(self)
        request.writing.connect(self.writing)
        request.done.connect(self.done)
        request.failed.connect(self.failed)
        calls = self._calls

        def make() -> "ReadyWay":
            ready = calls.make_ready(known, way, replaced)
            if not request.is_wanted:  # and this model may be gone
                calls.drop(known, store, ready)
            request.go_on()
            return ready

        write = partial(self._write, request, known, store, replaced)
        self._jobs.away(self, make, write, request.fail)

    def let_go(self) -> bool:
        """Puts nothing after all; False when it is being written already."""
        return self._request is None or self._request.cancel()

    def _write(
        self,
        request: Request,
        known: "KnownSlots",
        store: "KeyStore | None",
        replaced: UUID | None,
        ready: "ReadyWay",
    ) -> None:
        def done(_: Changes) -> None:
            if store is not None:
                self._remember(known, ready.enrolment.descriptor.slot_id)
            request.finish()

        if request.begin_writing():
            self._jobs.write(self, partial(_put, ready, replaced), done, request.fail)
        else:
            drop = partial(self._calls.drop, known, store, ready)
            self._jobs.away(self, drop, lambda _: None, self._jobs.trouble.emit)

    def _remember(self, known: "KnownSlots", slot_id: UUID) -> None:
        # only an open vault needs it
        from app.workflows.ways_in.own_slot import remember

        remember(self._device, known.vault_id, slot_id, self.machine)


def _put(ready: "ReadyWay", replaced: UUID | None, workspace: "Workspace") -> Changes:
    return workspace.ways_in.put(ready, replaced)
