"""The page between a vault that only its kit opens and the desk."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent

from ui.locked.rose_column import RoseColumn
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.enrol_form import EnrolForm
from ui.ways_in.enrol_model import EnrolModel, State
from ui.ways_in.put_way import Stage
from ui.widgets.text import Text

ACROSS = 760
DOWN = 232
RAISED = 40  # logical pixels
GAP = 18


class EnrolPage(RoseColumn):
    """The vault is open already: “Not now” leads to the desk as well."""

    help_name = "unlocking"
    across = ACROSS
    down = DOWN
    raised = RAISED

    def __init__(self, theme: Theme, model: EnrolModel) -> None:
        super().__init__(theme)
        self.setObjectName("enrol")
        self._model = model
        model.setParent(self)
        self._stage = Stage.LOOKING
        title = Text(translate("EnrolPage", "The vault is open"), "title", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        about = Text(
            translate(
                "EnrolPage",
                "So far only its Recovery Kit opens it. How is it to open on this computer?",
            ),
            "body",
            "secondary",
            wrap=True,
        )
        about.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._form = EnrolForm(theme, model, "enrol")
        self.column.addWidget(title)
        self.column.addWidget(about)
        self.column.addSpacing(GAP)
        self.column.addWidget(self._form)
        model.changed.connect(self._show)
        self._form.skipped.connect(self.opened)

    def arrive(self) -> None:
        self._stage = Stage.LOOKING
        self._model.look()

    def focus_first(self) -> None:
        self._form.focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # left, not minimised
            self._form.clear()
        super().hideEvent(event)

    def _show(self, state: State) -> None:
        before, self._stage = self._stage, state.stage
        if state.stage is before:
            return
        if state.stage in {Stage.NOTHING, Stage.DONE}:
            self._form.clear()
            self.opened.emit()
        elif state.stage is Stage.OFFERED:
            self._form.focus_first()
