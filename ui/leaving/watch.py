"""Everything by which an open vault locks without being asked to, put together."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.process.verbs import Verb
from app.settings.declared import AUTO_LOCK_MINUTES
from app.settings.device import DeviceSettings
from ui.leaving.auto_lock import AutoLock
from ui.leaving.cover import Cover
from ui.leaving.lock import Lock
from ui.process.desktop_events import DesktopEvents
from ui.process.link import SupervisorLink
from ui.theme.switcher import Theme


def watch_for_leaving(
    window: QWidget,
    in_session: Callable[[], bool],
    session_runs: Callable[[], bool],
    at_work: Callable[[], bool],
    theme: Theme,
    lock: Lock,
    link: SupervisorLink,
    device: DeviceSettings,
) -> None:
    """Locks after stillness, and when the desktop says that the coach is leaving.

    To be called whenever a vault was opened; the first time counts.

    The supervisor is told of the latter before the GUI thread is: should that hang, the process
    is ended in time all the same.
    """
    if window.findChild(AutoLock) is not None:
        return
    AutoLock(
        window,
        lock.lock,
        partial(Cover, window, theme),
        in_session,
        session_runs,
        at_work,
        partial(device.get, AUTO_LOCK_MINUTES),
    )
    desktop = DesktopEvents(partial(link.tell, Verb.LOCK), window)
    desktop.going_to_sleep.connect(lock.lock)
    desktop.session_locked.connect(lock.lock)
    desktop.user_switched.connect(lock.lock)
    desktop.lid_closed.connect(lock.lock)
    desktop.start()
