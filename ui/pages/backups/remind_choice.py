"""After how many days without a backup the coach is reminded."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.workflows.backup.plan import REMIND_DAYS
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.text import Text


class RemindChoice(QWidget):
    """Words that read as a sentence; the end of it opens a menu."""

    chosen = Signal(int)  # days

    def __init__(self, theme: Theme) -> None:
        """Offer the lengths that a plan may have."""
        super().__init__()
        self._days = 0
        self._button = Button(
            theme,
            every(REMIND_DAYS[0]),
            ButtonKind.QUIET,
            size=ButtonSize.SMALL,
            trailing_icon="chevron-down",
            ink="ink.primary",
        )
        self._button.setObjectName("backups.remind")
        self._menu = QMenu(self)
        self._menu.setObjectName("backups.remind_menu")
        group = QActionGroup(self._menu)
        self._actions = {days: self._menu.addAction(every(days)) for days in REMIND_DAYS}
        for days, action in self._actions.items():
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, days=days: self.chosen.emit(days))
        self._button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Text(translate("Backups", "Remind me"), "small", "secondary"))
        row.addWidget(self._button)

    def show_days(self, days: int) -> None:
        """Show what is chosen."""
        self._days = days
        self._button.setText(every(days))
        self._button.setAccessibleName(
            translate("Backups", "Remind me {every}").format(every=every(days))
        )
        for each, action in self._actions.items():
            action.setChecked(each == days)

    def _open(self) -> None:
        self._menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 4)))


def every(days: int) -> str:
    """ "every 14 days"."""
    return translate("Backups", "every {count} days").format(count=days)
