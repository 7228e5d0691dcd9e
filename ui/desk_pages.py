"""Names every page of the desk; a new one is an import, and a line in `desk_pages`.

Nothing imports this before the vault is open: the lock screen comes first, and needs none of it.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from app.core.clock import SystemClock
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from ui.backing_up.backups import Backups
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.leaving.lock import Lock
from ui.pages.backups.page import BackupsPage
from ui.pages.backups.view_model import BackupsModel
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
from ui.pages.help.page import HelpPage
from ui.pages.help.view_model import HelpModel
from ui.pages.privacy.page import PrivacyPage
from ui.pages.privacy.view_model import PrivacyModel
from ui.pages.record.tab import RecordTab
from ui.pages.session.page import SessionPage
from ui.pages.session.view_model import SessionModel
from ui.pages.settings.about_model import AboutModel
from ui.pages.settings.page import SettingsPage
from ui.pages.settings.practice_model import PracticeModel
from ui.pages.settings.vault_section import VaultSection
from ui.pages.today.page import TodayPage
from ui.pages.today.view_model import TodayModel
from ui.pages.ways_in.dialogs import WayDialogs
from ui.pages.ways_in.new_key_model import NewKeyModel
from ui.paper.renderer import Paper
from ui.places.navigation import Navigation, PageId
from ui.places.page import Page
from ui.restoring.file_choice import FileChoice
from ui.restoring.restore_dialog import RestoreDialog
from ui.restoring.try_dialog import TryDialog
from ui.shell.main_window import MainWindow
from ui.shell.saving_readable import bind_saving_readable
from ui.shell.session_start import SessionStart
from ui.theme.switcher import Theme
from ui.ways_in.ways_model import WaysModel


def desk_pages(
    theme: Theme,
    jobs: Jobs,
    device: DeviceSettings,
    lock: Lock,
    window: MainWindow,
    registry: Registry,
    navigation: Navigation,
    privacy: PrivacyModel,
    backups_model: BackupsModel,
    backups: Backups,
) -> Mapping[PageId, Page]:
    """Builds every page with its models, and the dialogs that they open."""
    before_lock, clock = lock.before_lock, SystemClock()
    start = SessionStart(jobs, navigation, window)
    bind_saving_readable(registry, window, theme, device, lock, lambda: privacy.state.damaged_in)
    DetailDialogs(theme, DetailsModel(jobs), navigation, registry, window, before_lock)
    ways = WaysModel(jobs, device, give_way=backups.give_way)
    new_key = partial(NewKeyModel, jobs, ways)
    dialogs = WayDialogs(theme, ways, new_key, registry, window, lock, window.show_front)
    vault = VaultSection(theme, ways, registry)
    vault.remove_asked.connect(dialogs.remove)
    tabs = (
        OverviewTab(theme, OverviewModel(jobs, clock, window), navigation, registry),
        SessionsTab(theme, SessionsModel(jobs, clock, window), navigation, registry),
        RecordTab(theme, jobs, clock, Paper(), registry),
    )
    backups_page = BackupsPage(
        theme, backups_model, backups.run, backups.schedule, navigation, registry
    )

    def bring_back(path: Path | None) -> None:
        dialog = RestoreDialog(window, theme, jobs, device, path)
        dialog.locks_into.connect(lock_into)
        dialog.open()

    def lock_into(vault: Path) -> None:
        # What the next lock screen is about.
        device.put(VAULT_FOLDER, str(vault))
        lock.lock()

    def try_out(path: Path) -> None:
        dialog = TryDialog(window, theme, jobs, path)
        dialog.words_asked.connect(bring_back)
        dialog.open()

    choice = FileChoice(jobs, window)
    choice.chosen.connect(bring_back)
    backups_page.file_asked.connect(choice.ask)
    backups_page.bring_back_asked.connect(bring_back)
    backups_page.try_asked.connect(try_out)
    today = TodayModel(jobs, clock, window)
    backups_model.need_changed.connect(today.know_backups)
    session = SessionModel(jobs, clock, theme.tokens, window)
    before_lock(session, session.unsaved)
    return {
        PageId.TODAY: TodayPage(theme, today, navigation, registry, start),
        PageId.CLIENTS: ClientsPage(theme, ClientsModel(jobs, clock, window), navigation, registry),
        PageId.CLIENT: ClientPage(
            theme, ClientModel(jobs, clock, window), navigation, registry, tabs
        ),
        PageId.SESSION: SessionPage(theme, session, navigation, registry, clock),
        PageId.PRIVACY: PrivacyPage(theme, privacy, navigation, registry),
        PageId.BACKUPS: backups_page,
        PageId.HELP: HelpPage(theme, HelpModel(jobs, window), navigation, registry),
        PageId.SETTINGS: SettingsPage(
            theme,
            PracticeModel(jobs, clock, window),
            AboutModel(jobs, window),
            vault,
            navigation,
            registry,
            device,
            before_lock,
        ),
    }
