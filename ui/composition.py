"""The only file that names every feature: builds each part once, and connects them.

A new page is one import and one line in `_pages`; its commands are one import and one line in
`all_commands`. What the first picture needs is imported at the top, and nothing else.
"""

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication

from app.process.verbs import Verb
from app.settings.declared import TEXT_SCALE, THEME, VAULT_FOLDER
from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.process.beginning import Beginning
from ui.process.link import SupervisorLink
from ui.shell.lock import Lock
from ui.shell.locked_page import LockedPage, LockedStep
from ui.shell.locked_stage import LockedStage
from ui.shell.main_window import MainWindow
from ui.shell.rose_column import RoseColumn
from ui.theme.switcher import Theme, ThemeChoice

if TYPE_CHECKING:  # needed after the first picture
    from ui.commands.command import Command
    from ui.commands.registry import Registry
    from ui.shell.navigation import Navigation, PageId
    from ui.shell.page import Page


class _Parts(NamedTuple):
    app: QApplication
    link: SupervisorLink
    beginning: Beginning
    theme: Theme
    jobs: Jobs
    lock: Lock
    device: DeviceSettings
    window: MainWindow
    stage: LockedStage


def compose(
    app: QApplication, link: SupervisorLink, beginning: Beginning, jobs: Jobs
) -> MainWindow:
    """Builds the window with its locked stage; the rest follows when that is on the screen."""
    device = DeviceSettings(device_file())
    theme = Theme(app, ThemeChoice(device.get(THEME)), device.get(TEXT_SCALE))
    lock = Lock(jobs, link, partial(os._exit, 0), app)
    window = MainWindow(device)
    # The first picture: the lock screen as it is until the vault's header is read.
    stage = LockedStage(_locked_pages(theme, jobs, device, beginning), RoseColumn(theme))
    window.close_asked.connect(lock.quit)
    window.painted.connect(partial(link.tell, Verb.PAINTED))
    step = LockedStep.UNLOCK if device.get(VAULT_FOLDER) else LockedStep.FIRST_RUN
    parts = _Parts(app, link, beginning, theme, jobs, lock, device, window, stage)
    window.ready.connect(partial(_complete, parts))
    window.ready.connect(partial(stage.show_step, step))
    window.show_front(stage)
    return window


def all_commands() -> "tuple[Command, ...]":
    """Every command, in the order in which they stand in the menus."""
    # after the first picture
    from ui.commands import editing_commands
    from ui.pages.client import commands as client_commands
    from ui.pages.clients import commands as clients_commands
    from ui.pages.record import commands as record_commands
    from ui.pages.session import commands as session_commands
    from ui.pages.settings import commands as settings_commands
    from ui.pages.today import commands as today_commands
    from ui.shell import commands as shell_commands

    return (
        *today_commands.COMMANDS,
        *clients_commands.COMMANDS,
        *settings_commands.COMMANDS,
        *client_commands.COMMANDS,
        *record_commands.COMMANDS,
        *session_commands.COMMANDS,
        *shell_commands.COMMANDS,
        *editing_commands.COMMANDS,
    )


def device_file() -> Path:
    """Where this computer's settings are kept."""
    settings = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(settings)) / "underrose" / "device.json"


def _locked_pages(
    theme: Theme, jobs: Jobs, device: DeviceSettings, beginning: Beginning
) -> Mapping[LockedStep, Callable[[], LockedPage]]:
    """Each is imported when it is shown: the first picture waits for one page only."""

    def first_run() -> LockedPage:
        # not needed once there is a vault
        from ui.pages.first_run.page import FirstRunPage

        return FirstRunPage(theme, jobs, device)

    def unlock() -> LockedPage:
        # not needed at a first run
        from ui.pages.unlock.page import UnlockPage
        from ui.pages.unlock.view_model import UnlockModel

        return UnlockPage(theme, UnlockModel(jobs, device, beginning.words()))

    def recover() -> LockedPage:
        # seldom needed
        from ui.pages.recover.page import RecoverPage
        from ui.pages.recover.view_model import RecoverModel

        return RecoverPage(theme, RecoverModel(jobs, device))

    return {
        LockedStep.FIRST_RUN: first_run,
        LockedStep.UNLOCK: unlock,
        LockedStep.RECOVER: recover,
    }


def _complete(parts: _Parts) -> None:
    """Builds what works with the vault locked and open; then listens to the supervisor."""
    # after the first picture
    from app.process.events import listen
    from ui.commands.editing import bind_editing
    from ui.commands.menus import fill_menu_bar
    from ui.commands.registry import Registry
    from ui.shell.notices import Notices
    from ui.shell.window_actions import bind_window_actions

    listen()
    parts.app.setWindowIcon(parts.theme.window_icon())
    link, jobs, window = parts.link, parts.jobs, parts.window
    registry = Registry(parts.app)
    registry.declare(all_commands())
    bind_window_actions(registry, window, parts.lock, parts.theme, parts.device)
    bind_editing(registry, window)
    fill_menu_bar(window.menuBar(), registry)
    window.addActions([registry.action(command.id) for command in registry.commands()])
    notices = Notices(parts.theme)
    window.put_above(notices)
    jobs.trouble.connect(notices.show_error)
    link.go.connect(jobs.go)
    link.go.connect(notices.clear)
    link.show_asked.connect(window.come_to_front)
    link.other_cannot_save.connect(notices.show_other_cannot_save)
    parts.stage.opened.connect(partial(_open_desk, parts, registry))
    link.start()


def _open_desk(parts: _Parts, registry: "Registry") -> None:
    # the lock screen comes first, and needs none of it
    from app.core.clock import SystemClock
    from ui.commands.keys_dialog import bind_keys
    from ui.shell.desk import Desk
    from ui.shell.leaving import watch_for_leaving
    from ui.shell.navigation import Navigation
    from ui.shell.palette_opener import bind_palette
    from ui.shell.sidebar import Sidebar
    from ui.shell.sidebar_view_model import SidebarViewModel
    from ui.shell.view_keeper import ViewKeeper
    from ui.shell.window_actions import bind_desk_actions

    theme, jobs, window = parts.theme, parts.jobs, parts.window
    navigation = Navigation(window)
    model = SidebarViewModel(jobs, SystemClock(), window)
    sidebar = Sidebar(theme, model, navigation, registry)
    desk = Desk(sidebar, _pages(parts, registry, navigation), navigation, registry, parts.device)
    bind_desk_actions(registry, desk, navigation)
    bind_palette(registry, window, theme, jobs, navigation)
    bind_keys(registry, window, theme)
    window.show_front(desk)
    model.load()

    def in_session() -> bool:
        place = navigation.place
        return place is not None and desk.page_at(place).in_session

    watch_for_leaving(window, theme, parts.lock, parts.link, parts.device, in_session)
    keeper = ViewKeeper(jobs, parts.lock, navigation, desk.page_at, window)
    if parts.beginning.goes_on:
        keeper.come_back()
    else:
        keeper.begin_at_home()


def _pages(
    parts: _Parts, registry: "Registry", navigation: "Navigation"
) -> "Mapping[PageId, Page]":
    # as for the desk
    from app.core.clock import SystemClock
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
    from ui.pages.session.page import SessionPage
    from ui.pages.session.view_model import SessionModel
    from ui.pages.settings.about_model import AboutModel
    from ui.pages.settings.page import SettingsPage
    from ui.pages.settings.practice_model import PracticeModel
    from ui.pages.today.page import TodayPage
    from ui.pages.today.view_model import TodayModel
    from ui.paper.renderer import Paper
    from ui.shell.navigation import PageId
    from ui.shell.session_start import SessionStart

    theme, jobs, window, device = parts.theme, parts.jobs, parts.window, parts.device
    before_lock, clock = parts.lock.before_lock, SystemClock()
    start = SessionStart(jobs, navigation, window)
    DetailDialogs(theme, DetailsModel(jobs), navigation, registry, window, before_lock)
    tabs = (
        OverviewTab(theme, OverviewModel(jobs, clock, window), navigation, registry),
        SessionsTab(theme, SessionsModel(jobs, clock, window), navigation, registry),
        RecordTab(theme, jobs, clock, Paper(), registry),
    )
    session = SessionModel(jobs, clock, theme.tokens, window)
    before_lock(session, session.unsaved)
    return {
        PageId.TODAY: TodayPage(
            theme, TodayModel(jobs, clock, window), navigation, registry, start
        ),
        PageId.CLIENTS: ClientsPage(theme, ClientsModel(jobs, clock, window), navigation, registry),
        PageId.CLIENT: ClientPage(
            theme, ClientModel(jobs, clock, window), navigation, registry, tabs
        ),
        PageId.SESSION: SessionPage(theme, session, navigation, registry, clock),
        PageId.SETTINGS: SettingsPage(
            theme,
            PracticeModel(jobs, clock, window),
            AboutModel(jobs, window),
            navigation,
            registry,
            device,
            before_lock,
        ),
    }
