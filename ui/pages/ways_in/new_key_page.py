"""The whole window while the vault is written anew: how far it is, and what stays dangerous."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import message_for
from ui.pages.ways_in.new_key_dialog import still_dangerous
from ui.pages.ways_in.new_key_model import NewKeyModel, Stage
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.rewrap_note import RewrapNote
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.progress import Progress
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

WIDTH = 560  # logical pixels at 100 % text


class NewKeyPage(QWidget):
    """No note can be written meanwhile; at its end only locking is left."""

    lock_asked = Signal()

    def __init__(self, theme: Theme, model: NewKeyModel) -> None:
        super().__init__()
        self.setObjectName("new_key_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        model.setParent(self)
        self._model = model
        self._title = Text(translate("NewKey", "Writing the vault under a new key"), "title")
        self._about = Text(
            translate(
                "NewKey",
                "Nothing can be written meanwhile. If the computer is switched off now, the vault "
                "opens as before, or by the new key: nothing is lost.",
            ),
            "body",
            "secondary",
            wrap=True,
        )
        self._progress = Progress(theme, translate("NewKey", "How much is written"))
        self._progress.cancel.setObjectName("new_key.stop")
        self._outcome = SmallPrint(theme)
        self._backups = RewrapNote(theme, model.rewrap)
        model.rewraps.connect(self._backups.begin)
        self._lock = Button(
            theme,
            translate("NewKey", "Lock"),
            ButtonKind.MAIN,
            size=ButtonSize.TOUCH,
            icon="lock",
        )
        self._lock.setObjectName("new_key.lock")
        self._lock.setVisible(False)
        self._lay_out(theme)
        model.progressed.connect(self._show_progress)
        model.ended.connect(self._end)
        self._progress.cancelled.connect(model.stop)
        self._lock.clicked.connect(self.lock_asked)
        self._show_progress(0, 1)

    @property
    def at_work(self) -> bool:
        """Whether the vault is being written anew, which a lock would undo."""
        return self._model.stage is Stage.WRITING

    def regions(self) -> tuple[QWidget, ...]:
        """What F6 walks through."""
        return (self,)

    def _lay_out(self, theme: Theme) -> None:
        danger = SmallPrint(theme, still_dangerous(), "ochre", "triangle-alert")
        inside = QWidget()
        inside.setFixedWidth(theme.tokens.scaled(WIDTH))
        column = QVBoxLayout(inside)
        column.setSpacing(16)
        for widget in (
            self._title,
            self._about,
            self._progress,
            self._outcome,
            self._backups,
            danger,
        ):
            column.addWidget(widget)
        column.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(row)
        whole.addStretch(3)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.show_progress(done, total, translate("NewKey", "Copying what is in it"))

    def _end(self, stage: Stage, error: Exception | None) -> None:
        self._progress.setVisible(False)
        if stage is not Stage.FAILED:
            self._title.setText(translate("NewKey", "The vault has a new key"))
            self._about.setText(
                translate(
                    "NewKey",
                    "It opens by what you have just chosen, and by the new Recovery Kit. The old "
                    "ways in open it no longer.",
                )
            )
            said = self._say_whether_confirmed(stage)
        else:
            self._title.setText(translate("NewKey", "The vault has its old key"))
            self._about.setText(
                translate("NewKey", "It opens as before, and nothing is lost. Lock it, try again.")
            )
            said = "" if error is None else message_for(error).text
            self._outcome.say(said, "brick", "circle-alert")
        announce(self, f"{self._title.text()}. {said}")
        self._lock.setVisible(True)
        self._lock.setFocus()

    def _say_whether_confirmed(self, stage: Stage) -> str:
        if stage is Stage.DONE:
            said = translate("NewKey", "Every page was written and read back.")
            self._outcome.say(said, "leaf", "check")
            return said
        said = translate(
            "NewKey",
            "The disk has not confirmed the last step. If the power fails before you have "
            "unlocked the vault again, it may open as before: keep the old ways in until then.",
        )
        self._outcome.say(said, "ochre", "triangle-alert")
        return said
