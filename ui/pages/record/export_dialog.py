"""Export a client's consent record: what goes in, where it goes, and a look at every page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.day_words import plus_months
from app.core.errors import AppError, ExportNotWritten
from ui.jobs import Jobs
from ui.messages import message_for
from ui.pages.record.export_frame import ExportFrame
from ui.pages.record.export_model import Done, ExportModel, Failed, Incomplete, Ready, Step
from ui.pages.record.export_offer import ExportOffer
from ui.pages.record.export_result import ExportResult
from ui.pages.record.failures import failure_words
from ui.pages.record.practice_form import PracticeForm
from ui.pages.record.view_model import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.words.dates import short_day, week_day
from ui.words.sentences import filled

if TYPE_CHECKING:  # its imports (paper) come after the first paint
    from ui.paper.renderer import Paper

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExportDialog(ExportFrame):
    """Left: what leaves and where to. Right: the pages. Enter in a field writes nothing.

    However it is left, what was typed about the practice is kept, as in Settings.
    """

    def __init__(
        self, window: QWidget, theme: Theme, jobs: Jobs, paper: "Paper", state: State
    ) -> None:
        """Begin an export of the record of `state`."""
        name = state.client.first_name
        title = translate("ExportDialog", "Export {name}’s consent record")
        super().__init__(window, theme, title.format(name=name))
        self._name = name
        self._state = state
        self._form: PracticeForm | None = None
        self._offer: ExportOffer | None = None
        self._writing = False
        self._model = ExportModel(jobs, paper, state.client.id, state.zone, state.today, self)
        self.cancel.clicked.connect(self.dismiss)
        self.main.clicked.connect(self._press)
        self._next: Callable[[], None] = self._prepare
        self._model.stepped.connect(self._show)
        self._prepare()

    def dismiss(self) -> None:
        if self._writing:
            return  # it can't be told yet whether something was written
        if self._form is not None and self.main.isEnabled():  # else it is being kept already
            self._keep(self._form)
        super().dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        main = self._form is not None or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and main:
            self.main.click()
        super().keyPressEvent(event)

    def _show(self, step: Step) -> None:
        self._writing = False
        self.print.say("")
        self.main.set_available(True)
        self.cancel.set_available(True)
        if isinstance(step, Incomplete):
            self._ask_for(step)
        elif isinstance(step, Ready):
            self._offer_copy(step)
        elif isinstance(step, Done):
            self._report(step)
        else:
            self._complain(step)

    def _ask_for(self, step: Incomplete) -> None:
        self._form = PracticeForm(self._theme, step.missing)
        self.put(self._form)
        self.preview.say(translate("ExportDialog", "The pages are shown here next."))
        self._lead_to(translate("ExportDialog", "Go on"), self._complete)

    def _offer_copy(self, step: Ready) -> None:
        self._form = None
        self.preview.show_pages(step.pages)
        if self._offer is None:
            self._offer = ExportOffer(self._theme, self._name, self._state.today)
            self._offer.asked_changed.connect(self._ask_again)
            self.put(self._offer)
            self._say_when()
        self._offer.show_record(step.copy.record)
        self._lead_to(translate("ExportDialog", "Export"), self._write)

    def _report(self, step: Done) -> None:
        result = ExportResult(self._theme, self._name, step)
        self.put(result)
        announce(self, result.said)
        self.subtitle.hide()
        self.main.hide()
        self.cancel.set_text(translate("ExportDialog", "Done"))
        self.cancel.setFocus()

    def _complain(self, step: Failed) -> None:
        if isinstance(step.error, ExportNotWritten) and self._offer is not None:
            self._offer.place.set_error(message_for(step.error).text)
            self._offer.place.setFocus()
            return
        words = failure_words(step.error)
        self.print.say(words, "brick", "circle-alert")
        announce(self, words, urgent=True)
        if self._form is None and self._model.ready is None:
            self.preview.say("")
            self._lead_to(translate("ExportDialog", "Try again"), self._prepare)

    def _lead_to(self, words: str, call: Callable[[], None]) -> None:
        self.main.set_text(words)
        self._next = call

    def _press(self) -> None:
        self._next()

    def _wait(self) -> None:
        self.print.say("")
        self.main.set_available(False)

    def _prepare(self) -> None:
        self._wait()
        self.preview.say(translate("ExportDialog", "The pages are being laid out."))
        self._model.prepare()

    def _complete(self) -> None:
        if self._form is not None and self._form.complete():
            self._wait()
            self._model.keep(self._form.usable())

    def _keep(self, form: PracticeForm) -> None:
        usable = form.usable()
        if usable:
            self._model.keep(usable, go_on=False)

    def _write(self) -> None:
        if self._offer is None:
            return
        folder = self._offer.place.folder()
        if folder is None:
            self._offer.place.set_error(translate("ExportDialog", "Say in which folder."))
            self._offer.place.setFocus()
            return
        self._wait()
        self._writing = True
        self.cancel.set_available(False)
        self.print.say(translate("ExportDialog", "The files are being written."))
        self._model.write(folder)

    def _ask_again(self) -> None:
        """Follows the day on which the client asked."""
        if self._offer is None:
            return
        try:
            on = self._offer.asked_on()
        except AppError as error:
            self._model.put_aside()
            self.main.set_available(False, message_for(error).sentence)
            return
        self._say_when()
        if self._model.prepare_as_asked(on):
            self._wait()

    def _say_when(self) -> None:
        on = self._offer.asked_on() if self._offer else None
        if on is None:
            self.subtitle.setText(translate("ExportDialog", "Nobody asked for it."))
            return
        today, due = self._state.today, plus_months(on, 1)
        words = translate(
            "ExportDialog", "Asked for {asked}. You have until {day} to give it to {name}."
        )
        if due < today:
            words = translate("ExportDialog", "Asked for {asked}. It was due by {day}.")
        day = short_day(due, today)
        words = filled(words, asked=week_day(on, today), day=day, name=self._name)
        self.subtitle.setText(words)
