"""The card that says why a backup wasn't made, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.core.errors import BackupBrokenOff, HeldForDamage
from app.workflows.backup.places import Place
from crypto.errors import (
    BackupNoRoom,
    BackupPlaceReadOnly,
    BackupRootMissing,
    BackupTooLarge,
    BackupUnverified,
    VaultDamaged,
)
from ui.messages import At, message_for
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text

PADDING = (20, 16, 20, 16)
ELSEWHERE = (BackupNoRoom, BackupPlaceReadOnly, BackupTooLarge, BackupUnverified)


def is_for_the_place(error: Exception) -> bool:
    """Whether another place may take what this one didn't."""
    no_room_to_begin = isinstance(error, BackupNoRoom) and error.here
    return isinstance(error, ELSEWHERE) and not no_room_to_begin


DAMAGED = (VaultDamaged, HeldForDamage)  # the vault, wherever it goes


class FailureCard(Card):
    """Stays until the next backup begins, or it is put away."""

    again = Signal()
    asked = Signal(str)  # for a command, by its id
    put_away = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start hidden."""
        super().__init__()
        self.setObjectName("backups.failure")
        self.folder = ""  # where none was made
        self._sentence = Text("", "body", strong=True, wrap=True)
        self._way_out = Text("", "small", "secondary", wrap=True)
        self._again = self._button(theme, "again", translate("Backups", "Try again"))
        self._elsewhere = self._button(theme, "elsewhere", translate("Backups", "Add a place"))
        self._prove = self._button(
            theme, "prove_now", translate("Backups", "Prove your Recovery Kit")
        )
        self._restore = self._button(theme, "restore", translate("Backups", "Restore a backup"))
        self._save = self._button(theme, "save", translate("Backups", "Save what can be read"))
        self._away = self._button(theme, "put_away", translate("Backups", "Put away"))
        self._again.clicked.connect(self.again)
        self._elsewhere.clicked.connect(lambda: self.asked.emit("backup.add_place"))
        self._prove.clicked.connect(lambda: self.asked.emit("vault.rehearse"))
        self._restore.clicked.connect(lambda: self.asked.emit("backup.bring_back"))
        self._save.clicked.connect(lambda: self.asked.emit("vault.save_readable"))
        self._away.clicked.connect(self.put_away)
        self._away.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._sentence)
        words.addWidget(self._way_out)
        top = QHBoxLayout()
        top.setSpacing(10)
        sign = IconView(theme, "circle-alert", "brick.text", 20)
        top.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        ways = (self._elsewhere, self._prove, self._restore, self._save, self._again)
        for button in (self._away, *ways):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PADDING)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(foot)
        self.hide()

    def forget_place(self, place: Place) -> None:
        """What happened there matters no more."""
        if place.folder == self.folder:
            self.hide()

    def show_failure(self, error: Exception | None, *, on_drive: bool, folder: str = "") -> None:
        """Say why none was made at `folder`; None hides the card."""
        self.folder = folder
        if error is None:
            self.hide()
            return
        message = message_for(error, at=At.DESK if on_drive else At.BACKING_UP_TO_FOLDER)
        unproven = isinstance(error, BackupRootMissing)
        self.setAccessibleName(message.text)
        self._sentence.setText(message.sentence)
        self._way_out.setText(message.way_out)
        self._way_out.setVisible(bool(message.way_out) and not unproven)
        self._prove.setVisible(unproven)
        damaged = isinstance(error, DAMAGED)
        self._restore.setVisible(damaged)
        self._save.setVisible(damaged)
        broken_off = isinstance(error, BackupBrokenOff)
        begin_again = translate("Backups", "Begin it again")
        self._again.set_text(begin_again if broken_off else translate("Backups", "Try again"))
        self._again.setVisible(not unproven and not damaged)
        self._elsewhere.setVisible(is_for_the_place(error))
        self.show()

    def tell(self) -> None:
        """Have screen readers say it now."""
        announce(self, self.accessibleName(), urgent=True)

    def focus_first(self) -> None:
        """Put the focus on the way out."""
        buttons = (self._prove, self._restore, self._elsewhere, self._again)
        next(button for button in buttons if button.isVisibleTo(self)).setFocus()

    def _button(self, theme: Theme, name: str, text: str) -> Button:
        button = Button(theme, text)
        button.setObjectName(f"backups.{name}")
        return button
