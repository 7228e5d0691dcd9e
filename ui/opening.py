"""From the first picture to the whole app: the ceiling comes first, and then all else is loaded."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication

from app.process.faults import report
from app.process.verbs import Verb
from app.settings.declared import THEME, WINDOW_BEHIND
from app.settings.device import DeviceSettings
from ui.locked.ceiling import Ceiling, tokens_before_theme
from ui.process.beginning import Beginning
from ui.process.link import SupervisorLink
from ui.process.qt_manners import refuse_native_dialogs
from ui.shell.main_window import MainWindow

FAILED = 1  # exit code


def open_window(app: QApplication, link: SupervisorLink, beginning: Beginning) -> MainWindow:
    """Shows the window; whatever listens to its `ready` later finds it composed."""
    device = DeviceSettings(device_file())
    window = MainWindow(device)
    window.show_front(Ceiling(tokens_before_theme(device.get(THEME))))
    window.painted.connect(partial(link.tell, Verb.PAINTED))
    window.ready.connect(partial(_compose, app, window, device, link, beginning))
    # A lock by itself must not come between a person and what they type elsewhere.
    after_lock = beginning.start is Verb.AFTER_LOCK
    window.open(behind=after_lock and device.get(WINDOW_BEHIND))
    return window


def device_file() -> Path:
    """Where this computer's settings are kept."""
    settings = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(settings)) / "underrose" / "device.json"


def _compose(
    app: QApplication,
    window: MainWindow,
    device: DeviceSettings,
    link: SupervisorLink,
    beginning: Beginning,
) -> None:
    refuse_native_dialogs()
    try:
        # the first picture comes without it
        from ui.composition import compose

        compose(app, window, device, link, beginning)
    except Exception as error:  # noqa: BLE001 - a slot would swallow it, and leave a bare ceiling
        report(error)
        app.exit(FAILED)
