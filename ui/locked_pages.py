"""Names every page that is shown before the vault is open, or right after."""

from collections.abc import Callable, Mapping

from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.locked.handed_on import HandedOn
from ui.locked.locked_page import LockedPage, LockedStep
from ui.process.beginning import Beginning
from ui.theme.switcher import Theme


def locked_pages(
    theme: Theme, jobs: Jobs, device: DeviceSettings, beginning: Beginning
) -> Mapping[LockedStep, Callable[[], LockedPage]]:
    """Each is imported when it is shown: the first picture waits for one page only."""
    handed = HandedOn()

    def first_run() -> LockedPage:
        # not needed once there is a vault
        from ui.pages.first_run.page import FirstRunPage

        return FirstRunPage(theme, jobs, device)

    def unlock() -> LockedPage:
        # not needed at a first run
        from ui.pages.unlock.page import UnlockPage
        from ui.pages.unlock.view_model import UnlockModel

        return UnlockPage(theme, UnlockModel(jobs, device, beginning.words(), handed=handed))

    def recover() -> LockedPage:
        # seldom needed
        from ui.pages.recover.page import RecoverPage
        from ui.pages.recover.view_model import RecoverModel
        from ui.ways_in.half_model import HalfModel
        from ui.ways_in.words_model import WordsModel

        half, words = HalfModel(jobs, device), WordsModel(jobs)
        return RecoverPage(theme, RecoverModel(jobs, device, handed=handed), half, words)

    def standing() -> LockedPage:
        # hardly ever needed
        from ui.pages.standing.page import StandingPage
        from ui.pages.standing.view_model import StandingModel

        return StandingPage(theme, StandingModel(jobs, device))

    def restore() -> LockedPage:
        # seldom needed
        from ui.pages.restore.page import RestorePage
        from ui.pages.restore.view_model import OpenModel
        from ui.restoring import words
        from ui.restoring.restore_model import RestoreModel

        opening = OpenModel(jobs, device)
        model = RestoreModel(jobs, device, words.names, may_salvage=True)
        return RestorePage(theme, model, opening, handed)

    def salvage() -> LockedPage:
        # hardly ever needed
        from ui.pages.salvage.page import SalvagePage
        from ui.pages.salvage.view_model import SalvageModel

        return SalvagePage(theme, SalvageModel(jobs, device, handed))

    def enrol() -> LockedPage:
        # after a restore alone
        from ui.pages.enrol.page import EnrolPage
        from ui.ways_in.enrol_model import EnrolModel

        return EnrolPage(theme, EnrolModel(jobs, device))

    return {
        LockedStep.FIRST_RUN: first_run,
        LockedStep.UNLOCK: unlock,
        LockedStep.RECOVER: recover,
        LockedStep.STANDING: standing,
        LockedStep.RESTORE: restore,
        LockedStep.SALVAGE: salvage,
        LockedStep.ENROL: enrol,
    }
