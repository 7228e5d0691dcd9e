"""Leads from the desk to saving what can be read: it locks first, and the next unlocking asks."""

from collections.abc import Callable

from app.settings.declared import SALVAGE_FOLDER
from app.settings.device import DeviceSettings
from ui.commands.registry import Registry
from ui.leaving.lock import Lock
from ui.shell.main_window import MainWindow
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.confirm import Confirm


def bind_saving_readable(
    registry: Registry,
    window: MainWindow,
    theme: Theme,
    device: DeviceSettings,
    lock: Lock,
    damaged_in: Callable[[], str],
) -> None:
    """Binds the command; `damaged_in` is the folder of a vault with faults, "" for none."""

    def leave() -> None:
        device.put(SALVAGE_FOLDER, damaged_in())
        lock.lock()

    def ask() -> None:
        question = Confirm(
            window,
            theme,
            translate("SavingReadable", "Save what can be read?"),
            translate(
                "SavingReadable",
                "Underrose locks first. When you unlock this vault again, every record that can "
                "still be read is saved into a new vault. This one stays as it is.",
            ),
            safe=translate("SavingReadable", "Not now"),
            other=translate("SavingReadable", "Lock and go on"),
            then=leave,
            removing=False,
        )
        question.setObjectName("saving_readable")
        question.open()

    registry.bind("vault.save_readable", ask, lambda: bool(damaged_in()))
