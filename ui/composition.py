"""The only file that names every feature: builds each part once, and connects them.

A new page is one import and one line in `_pages`; its commands are one import and one line in
`COMMANDS`.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtWidgets import QApplication

from app.core.clock import Clock, SystemClock
from app.settings.declared import TEXT_SCALE, THEME, VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.verbs import Verb
from ui.commands import editing_commands
from ui.commands.editing import bind_editing
from ui.commands.menus import fill_menu_bar
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.pages.client import commands as client_commands
from ui.pages.clients import commands as clients_commands
from ui.pages.record import commands as record_commands
from ui.pages.session import commands as session_commands
from ui.pages.settings import commands as settings_commands
from ui.pages.today import commands as today_commands
from ui.process.beginning import Beginning
from ui.process.link import SupervisorLink
from ui.shell import commands as shell_commands
from ui.shell.lock import Lock
from ui.shell.locked_page import LockedPage, LockedStep
from ui.shell.locked_stage import LockedStage
from ui.shell.main_window import MainWindow
from ui.shell.navigation import Navigation, PageId
from ui.shell.page import Page
from ui.shell.window_actions import bind_desk_actions, bind_window_actions
from ui.theme import Theme, ThemeChoice

COMMANDS = (  # in the order in which they stand in the menus
    *today_commands.COMMANDS,
    *clients_commands.COMMANDS,
    *settings_commands.COMMANDS,
    *client_commands.COMMANDS,
    *record_commands.COMMANDS,
    *session_commands.COMMANDS,
    *shell_commands.COMMANDS,
    *editing_commands.COMMANDS,
)


@dataclass(frozen=True)
class _Parts:
    theme: Theme
    jobs: Jobs
    registry: Registry
    navigation: Navigation
    lock: Lock
    device: DeviceSettings
    window: MainWindow
    clock: Clock


def compose(app: QApplication, link: SupervisorLink, beginning: Beginning) -> MainWindow:
    """Builds the window with its locked stage; the desk follows when the vault is open."""
    device = DeviceSettings(device_file())
    theme = Theme(app, ThemeChoice(device.get(THEME)), device.get(TEXT_SCALE))
    jobs = Jobs(app)
    registry = Registry(app)
    registry.declare(COMMANDS)
    navigation = Navigation(app)
    lock = Lock(jobs, link, partial(os._exit, 0), app)
    window = MainWindow(theme, registry, navigation, device)
    parts = _Parts(theme, jobs, registry, navigation, lock, device, window, SystemClock())

    bind_window_actions(registry, window, lock, theme, device)
    bind_editing(registry, window)
    fill_menu_bar(window.menuBar(), registry)
    window.addActions([registry.action(command.id) for command in registry.commands()])
    window.close_asked.connect(lock.quit)
    window.painted.connect(partial(link.tell, Verb.PAINTED))
    jobs.trouble.connect(window.notices.show_error)
    link.go.connect(jobs.go)
    link.go.connect(window.notices.clear)
    link.show_asked.connect(window.come_to_front)
    link.other_cannot_save.connect(window.notices.show_other_cannot_save)

    stage = LockedStage(_locked_pages(parts, beginning))
    stage.opened.connect(partial(_open_desk, parts))
    window.show_locked(stage)
    known = bool(device.get(VAULT_FOLDER))
    stage.show_step(LockedStep.UNLOCK if known else LockedStep.FIRST_RUN)
    return window


def device_file() -> Path:
    """Where this computer's settings are kept."""
    return user_config_path("underrose", appauthor=False) / "device.ini"


def _locked_pages(
    parts: _Parts, beginning: Beginning
) -> Mapping[LockedStep, Callable[[], LockedPage]]:
    """Each is imported when it is shown: the first paint waits for one page only."""

    def first_run() -> LockedPage:
        # not needed once there is a vault
        from ui.pages.first_run.page import FirstRunPage

        return FirstRunPage(parts.theme, parts.jobs, parts.device)

    def unlock() -> LockedPage:
        # not needed at a first run
        from ui.pages.unlock.page import UnlockPage
        from ui.pages.unlock.view_model import UnlockModel

        return UnlockPage(parts.theme, UnlockModel(parts.jobs, parts.device, beginning.words()))

    def recover() -> LockedPage:
        # seldom needed
        from ui.pages.recover.page import RecoverPage
        from ui.pages.recover.view_model import RecoverModel

        return RecoverPage(parts.theme, RecoverModel(parts.jobs, parts.device))

    return {
        LockedStep.FIRST_RUN: first_run,
        LockedStep.UNLOCK: unlock,
        LockedStep.RECOVER: recover,
    }


def _open_desk(parts: _Parts) -> None:
    # the lock screen comes first, and needs none of it
    from ui.commands.keys_dialog import bind_keys
    from ui.shell.desk import Desk
    from ui.shell.palette_opener import bind_palette
    from ui.shell.sidebar import Sidebar
    from ui.shell.sidebar_view_model import SidebarViewModel
    from ui.shell.view_keeper import ViewKeeper

    theme, jobs, registry, window = parts.theme, parts.jobs, parts.registry, parts.window
    sidebar = SidebarViewModel(jobs, parts.clock, window)
    desk = Desk(Sidebar(theme, sidebar, parts.navigation, registry), parts.device)
    bind_desk_actions(registry, window, desk, parts.navigation)
    bind_palette(registry, window, theme, jobs, parts.navigation)
    bind_keys(registry, window, theme)
    window.show_desk(desk, _pages(parts))
    keeper = ViewKeeper(jobs, parts.lock, parts.navigation, window.page_at, window)
    sidebar.load()
    keeper.come_back()


def _pages(parts: _Parts) -> Mapping[PageId, Page]:
    # the lock screen comes first, and needs none of it
    from ui.pages.client.detail_dialogs import DetailDialogs
    from ui.pages.client.details_model import DetailsModel
    from ui.pages.client.overview_model import OverviewModel
    from ui.pages.client.overview_tab import OverviewTab
    from ui.pages.client.page import ClientPage
    from ui.pages.client.sessions_model import SessionsModel
    from ui.pages.client.sessions_tab import SessionsTab
    from ui.pages.client.view_model import ClientModel
    from ui.pages.clients.page import ClientsPage
    from ui.pages.clients.view_model import ClientsModel
    from ui.pages.record.tab import RecordTab
    from ui.pages.session.model import SessionModel
    from ui.pages.session.page import SessionPage
    from ui.pages.settings.page import SettingsPage
    from ui.pages.settings.practice_model import PracticeModel
    from ui.pages.today.page import TodayPage
    from ui.pages.today.view_model import TodayModel
    from ui.paper.renderer import Paper
    from ui.shell.session_start import SessionStart

    theme, jobs, clock, window = parts.theme, parts.jobs, parts.clock, parts.window
    navigation, registry, device = parts.navigation, parts.registry, parts.device
    before_lock = parts.lock.before_lock
    start = SessionStart(jobs, navigation, window)
    DetailDialogs(theme, DetailsModel(jobs), navigation, registry, window, before_lock)
    tabs = (
        OverviewTab(theme, OverviewModel(jobs, clock), navigation, registry),
        SessionsTab(theme, SessionsModel(jobs, clock), navigation, registry),
        RecordTab(theme, jobs, clock, Paper(), registry),
    )
    session = SessionModel(jobs, clock, theme.tokens, window)
    before_lock(session, session.unsaved)
    return {
        PageId.TODAY: TodayPage(theme, TodayModel(jobs, clock), navigation, registry, start),
        PageId.CLIENTS: ClientsPage(theme, ClientsModel(jobs, clock), navigation, registry),
        PageId.CLIENT: ClientPage(theme, ClientModel(jobs, clock), navigation, registry, tabs),
        PageId.SESSION: SessionPage(theme, session, navigation, registry, clock),
        PageId.SETTINGS: SettingsPage(
            theme, jobs, PracticeModel(jobs, clock), navigation, registry, device, before_lock
        ),
    }
