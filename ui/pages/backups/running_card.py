"""The card of a backup that is being made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.workflows.backup.step import Stage
from ui.backing_up.backup_progress import BackupProgress
from ui.pages.backups.running_words import (
    count_words,
    go_on_words,
    left_words,
    percent_words,
    steps,
)
from ui.pages.backups.step_row import StepRow
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words.backup_places import to_place

PADDING = (20, 18, 20, 16)
STEPS = 4


class RunningCard(Card):
    """Where to, how far, what comes next, and Stop."""

    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start empty; shown while a backup runs."""
        super().__init__()
        self.setObjectName("backups.running")
        self.setAccessibleName(translate("Backups", "Backing up"))
        self._left = Text("", "small", "secondary")
        self._where = Text("", "caption", "tertiary", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(translate("Backups", "How far the backup is"))
        self._count = Text("", "caption", "secondary")
        self._percent = Text("", "caption", "secondary")
        self._go_on = Text("", "small", "tertiary", wrap=True)
        self._steps = tuple(StepRow(theme) for _ in range(STEPS))
        self.stop = Button(theme, translate("Backups", "Stop"))
        self.stop.setObjectName("backups.stop")
        self.stop.setAccessibleName(translate("Backups", "Stop the backup"))
        self.stop.clicked.connect(self.stopped)
        self._lay_out()

    def show_progress(self, progress: BackupProgress) -> None:
        """Show how far it is."""
        place = progress.place
        self._where.setText(
            translate("Backups", "{to_place}, at {folder}").format(
                to_place=to_place(place), folder=place.folder
            )
        )
        left = left_words(progress.seconds_left)
        self._left.setText(translate("Backups", "Stopping…") if progress.stopping else left)
        self.stop.set_available(
            not progress.stopping, translate("Backups", "What was written is being removed.")
        )
        self._go_on.setText(go_on_words(progress))
        self._bar.setMaximum(0 if progress.stage is Stage.SEAL else 100)  # 0: it goes to and fro
        self._bar.setValue(progress.percent)
        self._count.setText(count_words(progress))
        self._percent.setText(percent_words(progress))
        for row, step in zip(self._steps, steps(progress), strict=True):
            row.show_step(step)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*PADDING)
        column.setSpacing(0)
        column.addLayout(_ends(Text(translate("Backups", "Backing up"), "section"), self._left))
        column.addSpacing(1)
        column.addWidget(self._where)
        column.addSpacing(12)
        column.addWidget(self._bar)
        column.addSpacing(6)
        column.addLayout(_ends(self._count, self._percent))
        column.addSpacing(12)
        for step in self._steps:
            column.addWidget(step)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignVCenter
        foot.addWidget(self._go_on, 1, middle)
        foot.addWidget(self.stop, 0, middle)
        column.addLayout(foot)


def _ends(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return row
