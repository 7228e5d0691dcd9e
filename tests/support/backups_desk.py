"""The page of backups on a desk, with drives that a test puts in and takes out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.records.backups.record import Backup
from app.workflows.backup.places import Place
from app.workspace import Workspace
from tests.support.desk import Desk
from tests.support.fake_making import FakeMaking
from ui.backing_up.backup_run import BackupRun
from ui.backing_up.backup_schedule import BackupSchedule
from ui.pages.backups.around import PlaceLook, Sought
from ui.pages.backups.page import BACKUPS, BackupsPage
from ui.pages.backups.view_model import BackupsModel


class Around:
    """What lies where: `here` are the places that are in, `gone` the backups whose file isn't."""

    def __init__(self) -> None:
        self.here: list[Place] = []
        self.same_disk: list[Place] = []
        self.gone: list[Backup] = []
        self.free: int | None = None

    def __call__(self, sought: Sought) -> Mapping[str, PlaceLook]:
        """What `look_around` answers."""
        gone = {backup.id for backup in self.gone}
        found: dict[str, PlaceLook] = {}
        for place in sought.places:
            there = {
                id: Path(folder, name)
                for id, folder, name in sought.recorded
                if folder == place.folder and id not in gone
            }
            here = place in self.here
            same = place in self.same_disk
            found[place.folder] = PlaceLook(
                place, here, same, there if here else {}, free=self.free
            )
        return found

    def find(self, places: Sequence[Place]) -> list[Place]:
        """What a schedule is told."""
        return [place for place in places if place in self.here]


class BackupsDesk:
    """The page, its model, and what makes backups on it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.around = Around()
        self.making = FakeMaking()
        desk.registry.bind("vault.rehearse", self._rehearse)
        self.rehearsed = 0
        self.model = BackupsModel(desk.jobs, desk.clock, desk.window, around=self.around)
        self.run = BackupRun(desk.jobs, desk.jobs, calls=self.making.calls)
        self.schedule = BackupSchedule(
            desk.jobs,
            desk.clock,
            self.run,
            lambda: False,
            desk.jobs,
            find_here=self.around.find,
        )

    def _rehearse(self) -> None:
        self.rehearsed += 1

    def plan(self, *places: Place) -> None:
        """Chooses these."""

        def put(workspace: Workspace) -> None:
            workspace.backup_plan.put(replace(workspace.backup_plan.get(), places=places))

        self.desk.ask(put)

    def remember(self, *backups: Backup) -> None:
        """Records these, the oldest first."""
        self.desk.ask(lambda workspace: [workspace.backups.record(one) for one in backups])

    def show(self) -> BackupsPage:
        """Shows the page, and waits until the places were looked at."""
        desk = self.desk
        page = BackupsPage(
            desk.theme, self.model, self.run, self.schedule, desk.navigation, desk.registry
        )
        desk.show(page, BACKUPS)
        return page
