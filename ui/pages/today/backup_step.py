"""What backups need of the coach: a first one, or a newer one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.workflows.backup.need import BackupNeed
from ui.commands.registry import Registry
from ui.pages.today.first_day import Step
from ui.pages.today.view_model import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button


class BackupStep(QWidget):
    """Quiet: it is on Today, never in a session, and goes when there is a new backup."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._back_up = Button(theme, translate("Today", "Back up"))
        self._back_up.setObjectName("today.back_up")
        self._step = Step(theme, "archive-restore", "", "", self._back_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._step)
        self.hide()

    def connect_to(self, registry: Registry) -> None:
        """Lets the button lead to the page of backups."""
        self._back_up.clicked.connect(registry.action("go.backups").trigger)

    def show_state(self, state: State) -> None:
        """Say what is needed, if anything is."""
        self._step.say(*backup_words(state))
        an_older = state.backup_need is BackupNeed.OLD_SHEET  # for which nothing is to be made
        self._back_up.set_text(
            translate("Today", "Show backups") if an_older else translate("Today", "Back up")
        )
        self.setVisible(state.backup_need is not BackupNeed.NOTHING)


def backup_words(state: State) -> tuple[str, str]:
    """What is so, and what that means."""
    if state.backup_need is BackupNeed.FIRST:
        return (
            translate("Today", "No backup yet"),
            translate("Today", "If this laptop is lost, your notes are lost with it."),
        )
    if state.backup_need is BackupNeed.UNKNOWN:
        return (
            translate("Today", "Make a new backup"),
            translate("Today", "The last one is dated later than today: a clock was wrong."),
        )
    if state.backup_need is BackupNeed.SAME_DISK:
        return (
            translate("Today", "Backups lie only on the vault’s own disk"),
            translate("Today", "If this laptop is lost, they are lost with it."),
        )
    if state.backup_need is BackupNeed.NOWHERE:
        return (
            translate("Today", "Say where backups go on this computer"),
            translate("Today", "Since this vault was restored, none is made by itself."),
        )
    if state.backup_need is BackupNeed.OLD_SHEET:
        return (
            translate("Today", "Some backups still open with an older sheet"),
            translate(
                "Today",
                "Keep that sheet, and put their drive in. If they are gone, take them off the "
                "list.",
            ),
        )
    days = translate("Today", "The last backup is {count} days old")
    return (
        days.format(count=state.backup_days),
        translate("Today", "What you wrote since is in no backup."),
    )
