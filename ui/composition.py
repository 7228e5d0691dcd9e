"""Builds each part of the window once, and connects them: first what a locked vault needs.

A page's commands are one import and one line in `all_commands`; the page itself stands in
`desk_pages.py`. What the lock screen needs is imported at the top, and nothing else.
"""

import os
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.process import faults
from app.settings.declared import TEXT_SCALE, THEME, VAULT_FOLDER, WINDOW_BEHIND
from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.leaving.lock import Lock
from ui.locked.locked_page import LockedStep
from ui.locked.locked_stage import LockedStage
from ui.locked_pages import locked_pages
from ui.process.beginning import Beginning
from ui.process.link import SupervisorLink
from ui.shell.main_window import MainWindow
from ui.theme.switcher import Theme, ThemeChoice

if TYPE_CHECKING:  # needed after the first picture
    from collections.abc import Callable

    from ui.commands.command import Command
    from ui.commands.registry import Registry
    from ui.opened.running_session import RunningSession
    from ui.shell.notices import Notices

AFTER_FORM = 1  # millisecond: a real timer waits until all is painted


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
    app: QApplication,
    window: MainWindow,
    device: DeviceSettings,
    link: SupervisorLink,
    beginning: Beginning,
) -> None:
    """Puts the locked stage into the window; the rest follows when that is on the screen."""
    jobs = Jobs(app)
    faults.install(jobs.trouble.emit)  # so that no page stays blank without a word
    theme = Theme(app, ThemeChoice(device.get(THEME)), device.get(TEXT_SCALE))
    lock = Lock(jobs, link, partial(os._exit, 0), app)
    window.close_asked.connect(lock.ask_to_quit)
    lock.leaving.connect(partial(_remember_front, device))
    stage = LockedStage(locked_pages(theme, jobs, device, beginning))
    stage.show_step(LockedStep.UNLOCK if device.get(VAULT_FOLDER) else LockedStep.FIRST_RUN)
    window.show_front(stage)
    stage.page.focus_first()
    parts = _Parts(app, link, beginning, theme, jobs, lock, device, window, stage)
    QTimer.singleShot(AFTER_FORM, partial(_complete, parts))


def _remember_front(device: DeviceSettings, in_front: bool) -> None:
    device.put(WINDOW_BEHIND, not in_front)


def all_commands() -> "tuple[Command, ...]":
    """Every command, in the order in which they stand in the menus."""
    # after the first picture
    from ui.commands import editing_commands
    from ui.pages.backups import commands as backups_commands
    from ui.pages.client import commands as client_commands
    from ui.pages.clients import commands as clients_commands
    from ui.pages.help import commands as help_commands
    from ui.pages.privacy import commands as privacy_commands
    from ui.pages.record import commands as record_commands
    from ui.pages.session import commands as session_commands
    from ui.pages.settings import commands as settings_commands
    from ui.pages.today import commands as today_commands
    from ui.pages.ways_in import commands as ways_in_commands
    from ui.shell import commands as shell_commands

    return (
        *today_commands.COMMANDS,
        *clients_commands.COMMANDS,
        *help_commands.COMMANDS,
        *privacy_commands.COMMANDS,
        *backups_commands.COMMANDS,
        *settings_commands.COMMANDS,
        *ways_in_commands.COMMANDS,
        *client_commands.COMMANDS,
        *record_commands.COMMANDS,
        *session_commands.COMMANDS,
        *shell_commands.COMMANDS,
        *editing_commands.COMMANDS,
    )


def _complete(parts: _Parts) -> None:
    """Builds what works with the vault locked and open; then listens to the supervisor."""
    # after the first picture
    from app.process.events import listen
    from ui.commands.context import Context
    from ui.commands.editing import bind_editing
    from ui.commands.menus import fill_menu_bar
    from ui.commands.registry import Registry
    from ui.opened.after_unlock import AfterUnlock
    from ui.opened.opening_notices import OpeningNotices
    from ui.opened.running_session import RunningSession
    from ui.pages.help.dialog import bind_locked_help
    from ui.process.clipboard import ClipboardGuard
    from ui.shell.notices import Notices
    from ui.shell.window_actions import bind_window_actions

    listen()
    ClipboardGuard(parts.app)
    parts.app.setWindowIcon(parts.theme.window_icon())
    link, jobs, window = parts.link, parts.jobs, parts.window
    registry = Registry(parts.app)
    registry.declare(all_commands())
    bind_window_actions(registry, window, parts.lock, parts.theme, parts.device)
    bind_editing(registry, window)
    stage = parts.stage
    bind_locked_help(
        registry, window, parts.theme, jobs, stage.focus_first, lambda: stage.page.help_name
    )
    fill_menu_bar(window.menuBar(), registry)
    window.addActions([registry.action(command.id) for command in registry.commands()])
    notices = Notices(parts.theme)
    window.put_above(notices)
    jobs.trouble.connect(notices.show_error)
    link.go.connect(jobs.go)
    link.go.connect(notices.clear)
    link.show_asked.connect(window.come_to_front)
    link.other_cannot_save.connect(notices.show_other_cannot_save)
    # Long before the desk: a new vault's kit may be on the screen, or a question unanswered.
    session = RunningSession(jobs, window)
    jobs.vault_opened.connect(partial(_watch_for_leaving, parts, lambda: session.runs))
    after_unlock = AfterUnlock(jobs, parts.stage, window, device=parts.device)
    opening_notices = OpeningNotices(parts.theme, lambda: registry.screen is Context.SESSION)
    window.put_above(opening_notices)
    after_unlock.desk_wanted.connect(partial(_open_desk, parts, registry, notices, session))
    after_unlock.told.connect(opening_notices.show_opening)
    after_unlock.reads_only.connect(partial(registry.refuse_writes, notices.show_reading_only))
    link.start()


def _watch_for_leaving(parts: _Parts, session_runs: "Callable[[], bool]") -> None:
    # nobody leaves a lock screen
    from ui.leaving.watch import watch_for_leaving

    window = parts.window
    watch_for_leaving(
        window,
        lambda: window.in_session,
        session_runs,
        lambda: window.at_work,
        parts.theme,
        parts.lock,
        parts.link,
        parts.device,
    )


def _open_desk(
    parts: _Parts, registry: "Registry", notices: "Notices", session: "RunningSession"
) -> None:
    # the lock screen comes first, and needs none of it
    from app.core.clock import SystemClock
    from ui.backing_up.backups import Backups
    from ui.commands.keys_dialog import bind_keys
    from ui.desk_pages import desk_pages
    from ui.opened.pin_keeper import PinKeeper
    from ui.opened.telling_damage import tell_damage
    from ui.opened.vault_check import VaultCheck
    from ui.opened.view_keeper import ViewKeeper
    from ui.pages.backups.view_model import BackupsModel
    from ui.pages.privacy.view_model import PrivacyModel
    from ui.places.navigation import Navigation, PageId, Place
    from ui.shell.desk import Desk
    from ui.shell.made_up import bind_made_up
    from ui.shell.palette_opener import bind_palette
    from ui.shell.window_actions import bind_desk_actions
    from ui.sidebar.sidebar import Sidebar
    from ui.sidebar.sidebar_view_model import SidebarViewModel

    theme, jobs, window = parts.theme, parts.jobs, parts.window
    navigation = Navigation(window)
    model = SidebarViewModel(jobs, SystemClock(), window)
    privacy = PrivacyModel(jobs, SystemClock(), parts.device, window)
    backups_model = BackupsModel(jobs, SystemClock(), window)
    backups = Backups(theme, jobs, SystemClock(), parts.lock, window, session, notices, navigation)
    sidebar = Sidebar(theme, model, navigation, registry)
    pages = desk_pages(
        theme,
        jobs,
        parts.device,
        parts.lock,
        window,
        registry,
        navigation,
        privacy,
        backups_model,
        backups,
    )
    desk = Desk(sidebar, pages, navigation, registry, parts.device)
    bind_desk_actions(registry, desk, navigation)
    bind_palette(registry, window, theme, jobs, navigation)
    bind_keys(registry, window, theme)
    bind_made_up(registry, window, theme, model, parts.device, parts.lock)
    window.show_front(desk)
    model.load()
    privacy.needs_counted.connect(sidebar.show_privacy_needs)
    privacy.look_soon()
    backups_model.due_changed.connect(sidebar.show_backup_due)
    backups_model.load()
    backups.schedule.begin()
    keeper = ViewKeeper(jobs, parts.lock, navigation, desk.page_at, window)
    if parts.beginning.goes_on:
        keeper.come_back()
    else:
        keeper.begin_at_home()
    # After the keeper: what a lock saves comes before the pin that vouches for it.
    pins = PinKeeper(jobs, parts.lock.before_lock, parent=window)
    check = VaultCheck(jobs, window)
    check.checked.connect(pins.judge)
    tell_damage(
        check, backups.run.failed, notices, registry, partial(navigation.go, Place(PageId.PRIVACY))
    )
    privacy.check_asked.connect(check.check_now)
    check.progressed.connect(privacy.show_check)
    check.ended.connect(privacy.end_check)
    check.begin()
