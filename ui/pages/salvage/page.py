"""The page that saves what can be read of a damaged vault."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.locked.rose_column import RoseColumn
from ui.pages.salvage import words
from ui.pages.salvage.place_form import PlaceForm
from ui.pages.salvage.report_view import ReportView
from ui.pages.salvage.report_words import listed
from ui.pages.salvage.state import State, View
from ui.pages.salvage.view_model import SalvageModel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.kit_form import KitForm
from ui.ways_in.openings import Openings
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.progress import Progress
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

ACROSS = 760  # the 24 words stand as on their sheet
DOWN = 118
RAISED = 160  # there is a whole form to be seen at once
GAP = 18


class SalvagePage(RoseColumn):
    """A form, the progress, the new kit, and what became of it all."""

    help_name = "backups"
    across = ACROSS
    down = DOWN
    raised = RAISED

    def __init__(self, theme: Theme, model: SalvageModel) -> None:
        super().__init__(theme)
        self.setObjectName("salvage")
        self._model = model
        model.setParent(self)
        self._view = View.ASKING
        self._said = ""
        self._title = _centred(Text("", "title", wrap=True))
        self._subtitle = _centred(Text("", "body", "secondary", wrap=True))
        self._old = SmallPrint(theme)
        self._place = PlaceForm(theme)
        self._openings = Openings(theme, "salvage")
        self._progress = Progress(theme, translate("Salvage", "Saving what can be read"))
        self._progress.cancel.setObjectName("salvage.stop")
        self._kit = KitForm(theme, "salvage", words.unchecked_kit())
        self._report = ReportView(theme)
        self._trouble = SmallPrint(theme)
        self._back = Button(
            theme, translate("Salvage", "Back"), ButtonKind.LINK, size=ButtonSize.SMALL
        )
        self._back.setObjectName("salvage.back")
        self._later = Button(
            theme, translate("Salvage", "Go on without"), ButtonKind.LINK, size=ButtonSize.SMALL
        )
        self._later.setObjectName("salvage.later")
        self._main = Button(theme, "…", ButtonKind.MAIN)
        self._main.setObjectName("salvage.go_on")
        self._lay_out()
        self._connect()
        self._show(model.state)

    @property
    def at_work(self) -> bool:
        """Whether a lock by itself would undo what is being made."""
        return self._model.at_work

    def arrive(self) -> None:
        self._model.arrive()

    def focus_first(self) -> None:
        view = self._model.state.view
        if view is View.FORM:
            self._place.focus_first()
        elif view is View.SAVING:
            self._progress.cancel.setFocus()
        elif view is View.KIT:
            self._kit.focus_first()
        elif view is View.REPORT:
            self._main.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # left, not minimised
            self._openings.passphrase.clear()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(self._theme.tokens.space(3))
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._later)
        foot.addWidget(self._main)
        column = self.column
        column.addWidget(self._title)
        column.addSpacing(6)
        column.addWidget(self._subtitle)
        column.addSpacing(GAP)
        parts = (self._place, self._openings, self._progress, self._kit, self._report)
        for part in parts:
            column.addWidget(part)
        column.addSpacing(GAP // 2)
        column.addWidget(self._trouble)
        column.addWidget(self._old)
        column.addSpacing(GAP // 2)
        column.addLayout(foot)
        self._openings.layout().setContentsMargins(0, GAP, 0, 0)  # pyright: ignore[reportOptionalMemberAccess]  it has one

    def _connect(self) -> None:
        model, passphrase = self._model, self._openings.passphrase
        model.state_changed.connect(self._show)
        model.opened.connect(self.opened)
        model.leads_to.connect(self.leads_to)
        self._place.named.connect(model.set_name)
        self._place.placed.connect(model.set_place)
        self._place.submitted.connect(self._openings.focus_first)
        self._openings.chosen.connect(model.choice.choose)
        passphrase.first_edited.connect(model.choice.type_first)
        passphrase.again_edited.connect(model.choice.type_again)
        passphrase.submitted.connect(self._go_on)
        self._progress.cancelled.connect(model.stop)
        self._kit.changed.connect(lambda: self._show(model.state))
        self._kit.submitted.connect(self._go_on)
        self._kit.put_off.connect(model.has_kept)
        self._back.clicked.connect(model.back)
        self._later.clicked.connect(self._kit.ask_to_put_off)
        self._main.clicked.connect(self._go_on)

    def _show(self, state: State) -> None:
        began, self._view = state.view is not self._view, state.view
        view = state.view
        if began:
            kit = state.kit if view is View.KIT else None
            self._kit.show_kit(None if kit is None else self._model.kit_model(kit))
            if view not in {View.FORM, View.SAVING}:
                self._openings.passphrase.clear()
        self._title.setText(words.title(state))
        self._subtitle.setText(words.subtitle(state))
        self._place.setVisible(view is View.FORM)
        self._openings.setVisible(view is View.FORM)
        self._progress.setVisible(view is View.SAVING)
        self._kit.setVisible(view is View.KIT)
        self._report.setVisible(view is View.REPORT)
        self._place.show_state(state)
        self._openings.show_choice(state.choice)
        if view is View.SAVING:
            done, total = (state.step.done, state.step.total) if state.step else (0, 0)
            self._progress.show_progress(done, total, words.progress(state))
            self._progress.cancel.setEnabled(not state.stopping)
        shown = state.salvaged if view is View.REPORT else None
        self._report.show_text("" if shown is None else listed(shown))
        self._old.say(words.old_place(state), "secondary", "hard-drive")
        self._show_foot(state)
        self._tell(state, began=began)
        if began and self.isVisible():
            self.focus_first()

    def _show_foot(self, state: State) -> None:
        view = state.view
        self._back.setVisible(view in {View.ASKING, View.FORM})
        self._later.setVisible(view is View.KIT)
        self._main.setVisible(view in {View.FORM, View.KIT, View.REPORT})
        if view is View.KIT:
            self._main.set_text(translate("Salvage", "I have kept it"))
            self._main.set_available(not self._kit.why_not(), self._kit.why_not())
        elif view is View.REPORT:
            self._main.set_text(translate("Salvage", "Go on in the new vault"))
            self._main.set_available(True)
        else:
            self._main.set_text(translate("Salvage", "Save into a new vault"))
            self._main.set_available(state.can_save, words.why_not(state))

    def _tell(self, state: State, *, began: bool) -> None:
        trouble = words.trouble(state)
        self._trouble.say(trouble, "brick", "circle-alert")
        if trouble and trouble != self._said:
            announce(self, trouble, urgent=True)
        elif began and self.isVisible():
            announce(self, f"{words.title(state)}. {words.subtitle(state)}")
        self._said = trouble

    def _go_on(self) -> None:
        view = self._model.state.view
        if view is View.FORM:
            self._model.save(self._openings.passphrase.text)
        elif view is View.KIT:
            if self._kit.note_kept():
                self._model.has_kept()
        elif view is View.REPORT:
            self._model.go_on()


def _centred(text: Text) -> Text:
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return text
