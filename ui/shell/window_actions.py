"""Binds what can be done with the window itself."""

from functools import partial

from app.settings.declared import TEXT_SCALE, THEME
from app.settings.device import DeviceSettings
from ui.commands.registry import Registry
from ui.leaving.lock import Lock
from ui.leaving.popup_keys import PopupKeys
from ui.places.navigation import Navigation
from ui.shell.desk import Desk
from ui.shell.main_window import MainWindow
from ui.shell.regions import focus_next
from ui.theme.switcher import Theme, ThemeChoice


def bind_window_actions(
    registry: Registry, window: MainWindow, lock: Lock, theme: Theme, device: DeviceSettings
) -> None:
    """What works locked and unlocked."""

    def choose(choice: ThemeChoice) -> None:
        device.put(THEME, choice.value)
        theme.set_choice(choice)

    def scale(step: int) -> None:
        sizes = TEXT_SCALE.choices
        at = sizes.index(device.get(TEXT_SCALE)) + step if step else sizes.index(1.0)
        size = sizes[max(0, min(at, len(sizes) - 1))]
        device.put(TEXT_SCALE, size)
        theme.set_text_scale(size)

    PopupKeys(window)
    registry.bind("app.lock", lock.lock)
    registry.bind("app.quit", lock.ask_to_quit)
    registry.bind("view.full_screen", window.toggle_full_screen)
    registry.bind("region.next", lambda: focus_next(window.regions(), 1))
    registry.bind("region.previous", lambda: focus_next(window.regions(), -1))
    registry.bind("text.larger", partial(scale, 1))
    registry.bind("text.smaller", partial(scale, -1))
    registry.bind("text.usual", partial(scale, 0))
    registry.bind("theme.system", partial(choose, ThemeChoice.SYSTEM))
    registry.bind("theme.light", partial(choose, ThemeChoice.LIGHT))
    registry.bind("theme.dark", partial(choose, ThemeChoice.DARK))


def bind_desk_actions(registry: Registry, desk: Desk, navigation: Navigation) -> None:
    """What needs an open vault."""
    registry.bind("view.sidebar", desk.toggle_sidebar, lambda: desk.is_wide)
    registry.bind("go.back", navigation.back, lambda: navigation.can_go_back)
    registry.bind("go.forward", navigation.forward, lambda: navigation.can_go_forward)
