"""The first step: a name, a place, and how the vault will open."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ui.pages.first_run import create_words as words
from ui.pages.first_run.create_model import CreateModel
from ui.pages.first_run.create_state import State
from ui.pages.first_run.place_field import PlaceField
from ui.pages.first_run.step import Step
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.openings import Openings
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.field import Field
from ui.widgets.file_dialog import ask_folder
from ui.widgets.small_print import SmallPrint

NAME_WIDTH = 300
NAME_GAP = 20
LONGEST_NAME = 200


class CreateStep(Step):
    """Asks for what a new vault needs, and makes it."""

    restore_asked = Signal()

    def __init__(self, theme: Theme, model: CreateModel) -> None:
        super().__init__(
            theme,
            translate("CreateStep", "Create your vault"),
            translate(
                "CreateStep",
                "Everything you write goes into one encrypted file on this computer. "
                "Nothing is sent anywhere.",
            ),
        )
        self._model = model
        self._creating = False
        self._name = Field(
            theme,
            translate("CreateStep", "Vault name"),
            hint=translate("CreateStep", "Shown on the lock screen. Not a client’s name."),
        )
        self._name.line.setObjectName("first_run.name")
        self._name.line.setMaxLength(LONGEST_NAME)
        self._place = PlaceField(theme)
        self._openings = Openings(theme, "first_run")
        self._trouble = SmallPrint(theme)
        self._locked = SmallPrint(theme)
        self._existing = Button(
            theme,
            translate("CreateStep", "Open an existing vault"),
            ButtonKind.LINK,
            size=ButtonSize.SMALL,
            icon="folder-open",
            ink="ink.secondary",
        )
        self._existing.setObjectName("first_run.existing")
        self._around = Button(
            theme,
            translate("CreateStep", "Look around first"),
            ButtonKind.LINK,
            size=ButtonSize.SMALL,
            icon="glasses",
            ink="ink.secondary",
        )
        self._around.setObjectName("first_run.look_around")
        self._restore = Button(
            theme,
            translate("CreateStep", "Restore a backup"),
            ButtonKind.LINK,
            size=ButtonSize.SMALL,
            icon="archive-restore",
            ink="ink.secondary",
        )
        self._restore.setObjectName("first_run.restore")
        self._create = Button(theme, translate("CreateStep", "Create vault"), ButtonKind.MAIN)
        self._create.setObjectName("first_run.create")
        self._lay_out()
        self._connect()
        self._show(model.state)

    def focus_first(self) -> None:
        self._name.line.setFocus()

    def forget(self) -> None:
        """Lets go of what was typed."""
        self._openings.passphrase.clear()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(NAME_GAP)
        self._name.setFixedWidth(self._theme.tokens.scaled(NAME_WIDTH))
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._place, 1, Qt.AlignmentFlag.AlignTop)
        self.content.addSpacing(20)
        self.content.addLayout(row)
        self.content.addSpacing(22)
        self.content.addWidget(self._openings)
        self.content.addSpacing(self._theme.tokens.space(3))
        self.content.addWidget(self._trouble)
        self.content.addWidget(self._locked)
        self.content.addStretch(1)
        links = QGridLayout()
        links.setVerticalSpacing(0)
        links.addWidget(self._existing, 0, 0)
        links.addWidget(self._around, 0, 1)
        links.addWidget(self._restore, 1, 0, Qt.AlignmentFlag.AlignLeft)
        self.foot.addLayout(links)
        self.foot.addStretch(1)
        self.foot.addWidget(self._create)

    def _connect(self) -> None:
        passphrase = self._openings.passphrase
        self._model.state_changed.connect(self._show)
        self._name.edited.connect(self._model.set_name)
        self._name.line.returnPressed.connect(passphrase.setFocus)
        self._place.change_asked.connect(self._ask_for_place)
        self._openings.chosen.connect(self._model.choice.choose)
        passphrase.first_edited.connect(self._model.choice.type_first)
        passphrase.again_edited.connect(self._model.choice.type_again)
        passphrase.submitted.connect(self._make)
        self._existing.clicked.connect(self._ask_for_vault)
        self._around.clicked.connect(self._model.look_around)
        self._restore.clicked.connect(self.restore_asked)
        self._create.clicked.connect(self._make)

    def _show(self, state: State) -> None:
        self._name.set_error(words.name_error(state))
        self._place.show_place(words.place(state), state.folder)
        self._place.set_hint(*words.place_hint(state))
        self._place.set_error(words.place_error(state))
        self._openings.show_choice(state.choice)
        self._tell(words.trouble(state))
        self._locked.say(words.locked(state), "secondary", "lock")
        self._around.set_text(words.look_around(state))
        self._around.set_available(not state.looking, words.look_around(state))
        self._create.set_text(words.main_button(state))
        self._create.set_available(state.can_create, words.why_not(state))
        if self._creating and not state.creating and state.error is not None:
            QTimer.singleShot(0, self, self._go_on_after_failure)  # the choice may change yet
        self._creating = state.creating

    def _go_on_after_failure(self) -> None:
        """Takes the keyboard back: it was the button's, which was off meanwhile."""
        if self._model.state.choice.opening.takes_passphrase:
            self._openings.passphrase.setFocus()
        else:
            self._name.line.setFocus()

    def _tell(self, trouble: str) -> None:
        if trouble and trouble != self._trouble.text():
            announce(self, trouble, urgent=True)
        self._trouble.say(trouble, "brick", "circle-alert")

    def _make(self) -> None:
        self._model.create(self._openings.passphrase.text)

    def _ask_for_place(self) -> None:
        ask_folder(
            self,
            translate("CreateStep", "Where the vault is kept"),
            self._model.place,
            translate("CreateStep", "Keep it here"),
            self._model.set_place,
        )

    def _ask_for_vault(self) -> None:
        ask_folder(
            self,
            translate("CreateStep", "Open a vault"),
            self._model.place,
            translate("CreateStep", "Open"),
            self._model.open_existing,
        )
