"""Asks for a passphrase that one backup opens by as well, and says what that weakens."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import opening_words as words
from ui.ways_in.choice import Lacks
from ui.ways_in.choice_model import ChoiceModel
from ui.ways_in.new_passphrase import NewPassphrase
from ui.ways_in.way_choice import WayChoice
from ui.widgets.button import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

WIDTH = 560


class BackupPassphraseDialog(Dialog):
    """The passphrase is for the next backup alone, and kept nowhere."""

    agreed = Signal(str)

    def __init__(self, window: QWidget, theme: Theme, choice: ChoiceModel, where: str) -> None:
        """`choice` judges what is typed; `where` says where the backup goes."""
        super().__init__(
            window,
            theme,
            translate("BackupPassphrase", "Back up with a passphrase of its own"),
            width=WIDTH,
        )
        self.setObjectName("backup_passphrase")
        self._choice = choice
        choice.setParent(self)
        about = translate(
            "BackupPassphrase",
            "This one backup will open by the words of your Recovery Kit, and by this passphrase "
            "too. It helps where the kit isn’t: for whoever steps in for you, say.",
        )
        weaker = translate(
            "BackupPassphrase",
            "It weakens this backup: 24 words can’t be guessed, a passphrase can. Whoever finds "
            "the file may try for as long as they like, and changing it later changes nothing in "
            "this copy. Don’t use the vault’s passphrase.",
        )
        self._new = NewPassphrase(theme, "backup")
        cancel = self.add_button(Button(theme, translate("BackupPassphrase", "Cancel")))
        cancel.setObjectName("backup.cancel")
        cancel.clicked.connect(self.dismiss)
        self._main = self.add_button(
            Button(theme, translate("BackupPassphrase", "Back up"), ButtonKind.MAIN), default=True
        )
        self._main.setObjectName("backup.do")
        self._main.clicked.connect(self._agree)
        self.body.addWidget(Text(about, "small", "secondary", wrap=True))
        self.body.addWidget(SmallPrint(theme, weaker, "ochre", "triangle-alert"))
        self.body.addWidget(self._new)
        self.body.addWidget(SmallPrint(theme, where, "secondary", "hard-drive"))
        choice.changed.connect(self._show)
        choice.begin(None, WayChoice.PASSPHRASE)
        self._new.first_edited.connect(choice.type_first)
        self._new.again_edited.connect(choice.type_again)
        self._show()

    def focus_first(self) -> None:
        self._new.setFocus()

    def dismiss(self) -> None:
        """Forget what was typed."""
        self._new.clear()
        super().dismiss()

    def _show(self) -> None:
        choice = self._choice.choice
        self._new.show_strength(*words.strength(choice))
        self._new.show_repeat(words.repeat_error(choice))
        self._main.set_available(choice.lacks is Lacks.NOTHING, words.why_not(choice))

    def _agree(self) -> None:
        if self._choice.choice.lacks is Lacks.NOTHING:
            passphrase = self._new.text
            self.dismiss()
            self.agreed.emit(passphrase)
