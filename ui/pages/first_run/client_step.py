"""The third step: a first client, or none yet."""

from PySide6.QtCore import Signal

from ui.messages import message_for
from ui.pages.first_run.client_model import ClientModel
from ui.pages.first_run.step import Step
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import Field

WIDTH = 300


class ClientStep(Step):
    """One field that may stay empty."""

    finished = Signal()

    def __init__(self, theme: Theme, model: ClientModel) -> None:
        super().__init__(
            theme,
            translate("ClientStep", "Your first client"),
            translate(
                "ClientStep",
                "A name or initials is enough to begin. It is in the vault only, and can be "
                "changed.",
            ),
        )
        model.setParent(self)
        self._model = model
        self._name = Field(theme, translate("ClientStep", "Name or initials"))
        self._name.line.setObjectName("first_run.client")
        self._name.setFixedWidth(theme.tokens.scaled(WIDTH))
        self._skip = Button(theme, translate("ClientStep", "Skip"), ButtonKind.QUIET)
        self._skip.setObjectName("first_run.skip")
        self._add = Button(theme, translate("ClientStep", "Add client"), ButtonKind.MAIN)
        self._add.setObjectName("first_run.add")
        self.content.addSpacing(20)
        self.content.addWidget(self._name)
        self.content.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self._skip)
        self.foot.addWidget(self._add)
        self._name.edited.connect(self._allow)
        self._name.line.returnPressed.connect(self._add.click)
        self._skip.clicked.connect(self.finished)
        self._add.clicked.connect(self._ask_to_add)
        model.added.connect(self.finished)
        model.failed.connect(self._say)
        self._allow("")

    def focus_first(self) -> None:
        self._name.line.setFocus()

    def _allow(self, name: str) -> None:
        why_not = translate("ClientStep", "Type a name or initials first, or skip this.")
        self._add.set_available(bool(name.strip()), why_not)

    def _ask_to_add(self) -> None:
        self.setEnabled(False)  # a key pressed twice adds nobody twice
        self._model.add(self._name.text())

    def _say(self, error: Exception) -> None:
        self.setEnabled(True)
        self.focus_first()
        self._name.set_error(message_for(error).text)
