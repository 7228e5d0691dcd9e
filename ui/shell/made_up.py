"""Leaves a made-up practice for a vault of one's own, and says where it stays."""

from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from ui.commands.registry import Registry
from ui.leaving.lock import Lock
from ui.shell.main_window import MainWindow
from ui.sidebar.sidebar_view_model import SidebarViewModel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.confirm import Confirm


def bind_made_up(
    registry: Registry,
    window: MainWindow,
    theme: Theme,
    model: SidebarViewModel,
    device: DeviceSettings,
    lock: Lock,
) -> None:
    """Binds the way out; `model` knows whether the practice is a made-up one."""

    def leave() -> None:
        # The next lock screen knows no vault, so it is the first run.
        device.put(VAULT_FOLDER, "")
        lock.lock()

    def ask() -> None:
        text = translate(
            "MadeUp",
            "This made-up practice is locked, and stays in {folder}. Delete that folder when you "
            "don’t need it any more. Until there is a vault of your own, “Look around again” opens "
            "it as you left it.",
        )
        question = Confirm(
            window,
            theme,
            translate("MadeUp", "Make a vault of your own?"),
            text.format(folder=model.state.made_up_in),
            safe=translate("MadeUp", "Go on looking"),
            other=translate("MadeUp", "Make my own"),
            then=leave,
            removing=False,
        )
        question.setObjectName("made_up.leave")
        question.open()

    registry.bind("vault.own", ask, lambda: bool(model.state.made_up_in))
    model.state_changed.connect(registry.refresh)
