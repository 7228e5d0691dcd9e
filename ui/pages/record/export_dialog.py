"""Export a client's consent record: what goes in, where it goes, and a look at every page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.day_words import plus_months
from app.core.errors import AppError, ExportNotWritten
from ui.jobs import Jobs
from ui.messages import message_for
from ui.pages.record.export_model import Done, ExportModel, Failed, Incomplete, Ready, Step
from ui.pages.record.export_offer import ExportOffer
from ui.pages.record.export_result import ExportResult
from ui.pages.record.failures import failure_words
from ui.pages.record.practice_form import PracticeForm
from ui.pages.record.preview import PagePreview
from ui.pages.record.view_model import RecordState
from ui.theme import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.scrim import Scrim
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text
from ui.words.dates import short_day, week_day

if TYPE_CHECKING:  # its imports (paper) come after the first paint
    from ui.paper.renderer import Paper

_WIDTH = 980
_HEIGHT = 696
_EDGE = 24
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExportDialog(Scrim):
    """Left: what leaves and where to. Right: the pages. Enter in a field writes nothing."""

    def __init__(
        self, window: QWidget, theme: Theme, jobs: Jobs, paper: "Paper", state: RecordState
    ) -> None:
        """Begin an export of the record of `state`."""
        super().__init__(window, theme)
        self.setObjectName("export")
        self._state = state
        self._name = state.client.first_name
        self._form: PracticeForm | None = None
        self._offer: ExportOffer | None = None
        self._writing = False
        title = translate("ExportDialog", "Export {name}’s consent record").format(name=self._name)
        self.setAccessibleName(title)
        self.panel.setAccessibleName(title)
        self._model = ExportModel(jobs, paper, state.client.id, state.zone, state.today, self)
        self._preview = PagePreview(theme)
        self._asked = Text("", "small", "secondary", wrap=True)
        self._part = QScrollArea()
        self._print = SmallPrint(theme)
        self._cancel = Button(theme, translate("ExportDialog", "Cancel"))
        self._cancel.setObjectName("export.cancel")
        self._cancel.clicked.connect(self._give_up)
        self._main = Button(theme, translate("ExportDialog", "Export"), ButtonKind.MAIN)
        self._main.setObjectName("export.export")
        self._main.clicked.connect(self._press)
        self._next: Callable[[], None] = self._prepare
        self._lay_out(title)
        self._model.stepped.connect(self._show)
        self._prepare()

    def panel_rect(self, room: QRect) -> QRect:
        scaled = self._theme.tokens.scaled
        width = min(scaled(_WIDTH), room.width() - 2 * _EDGE)
        height = min(scaled(_HEIGHT), room.height() - 2 * _EDGE)
        rect = QRect(0, 0, width, height)
        rect.moveCenter(room.center())
        return rect

    def focus_first(self) -> None:
        self._cancel.setFocus()

    def dismiss(self) -> None:
        if self._writing:
            return  # it can't be told yet whether something was written
        if self._form is not None:
            self._keep(self._form)
        super().dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        main = self._form is not None or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and main:
            self._main.click()
        super().keyPressEvent(event)

    def _lay_out(self, title: str) -> None:
        space = self._theme.tokens.space
        self._part.setFrameShape(QFrame.Shape.NoFrame)
        self._part.setWidgetResizable(True)
        self._part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._part.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QVBoxLayout()
        left.setContentsMargins(space(7), space(6), space(7), space(5))
        left.setSpacing(0)
        left.addWidget(Text(title, "titleSmall", wrap=True))
        left.addWidget(self._asked)
        left.addSpacing(space(3))
        left.addWidget(self._part, 1)
        left.addSpacing(space(2))
        left.addWidget(self._print)
        left.addSpacing(space(2))
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._main)
        left.addLayout(buttons)
        row = QHBoxLayout(self.panel)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._preview)

    def _show(self, step: Step) -> None:
        self._writing = False
        self._print.say("")
        self._main.set_available(True)
        self._cancel.set_available(True)
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
        self._put(self._form)
        self._preview.say(translate("ExportDialog", "The pages are shown here next."))
        self._lead_to(translate("ExportDialog", "Go on"), self._complete)

    def _offer_copy(self, step: Ready) -> None:
        self._form = None
        self._preview.show_pages(step.pages)
        if self._offer is None:
            self._offer = ExportOffer(self._theme, self._name, self._state.today)
            self._offer.asked_changed.connect(self._ask_again)
            self._put(self._offer)
            self._say_when()
        self._offer.show_record(step.copy.record)
        self._lead_to(translate("ExportDialog", "Export"), self._write)

    def _report(self, step: Done) -> None:
        result = ExportResult(self._theme, self._name, step)
        self._put(result)
        announce(self, result.said)
        self._asked.hide()
        self._main.hide()
        self._cancel.set_text(translate("ExportDialog", "Done"))
        self._cancel.setFocus()

    def _complain(self, step: Failed) -> None:
        if isinstance(step.error, ExportNotWritten) and self._offer is not None:
            self._offer.place.set_error(message_for(step.error).text)
            self._offer.place.setFocus()
            return
        words = failure_words(step.error)
        self._print.say(words, "brick", "circle-alert")
        announce(self, words, urgent=True)
        if self._form is None and self._model.ready is None:
            self._preview.say("")
            self._lead_to(translate("ExportDialog", "Try again"), self._prepare)

    def _lead_to(self, words: str, call: Callable[[], None]) -> None:
        self._main.set_text(words)
        self._next = call

    def _press(self) -> None:
        self._next()

    def _put(self, part: QWidget) -> None:
        """Shows `part` instead of the one before, and puts the focus on its first field."""
        part.setProperty("kind", "scrolled")
        self._part.setWidget(part)
        part.setFocus()

    def _wait(self) -> None:
        self._print.say("")
        self._main.set_available(False)

    def _prepare(self) -> None:
        self._wait()
        self._preview.say(translate("ExportDialog", "The pages are being laid out."))
        self._model.prepare()

    def _complete(self) -> None:
        if self._form is not None and self._form.complete():
            self._wait()
            self._model.keep(self._form.usable())

    def _keep(self, form: PracticeForm) -> None:
        usable = form.usable()
        if usable:
            self._model.keep(usable, go_on=False)

    def _give_up(self) -> None:
        self._form = None
        self.dismiss()

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
        self._cancel.set_available(False)
        self._print.say(translate("ExportDialog", "The files are being written."))
        self._model.write(folder)

    def _ask_again(self) -> None:
        """Follows the day on which the client asked."""
        if self._offer is None:
            return
        try:
            on = self._offer.asked_on()
        except AppError as error:
            self._model.put_aside()
            self._main.set_available(False, message_for(error).sentence)
            return
        self._say_when()
        if self._model.prepare_as_asked(on):
            self._wait()

    def _say_when(self) -> None:
        on = self._offer.asked_on() if self._offer else None
        if on is None:
            self._asked.setText(translate("ExportDialog", "Nobody asked for it."))
            return
        today, due = self._state.today, plus_months(on, 1)
        words = translate(
            "ExportDialog", "Asked for {asked}. You have until {day} to give it to {name}."
        )
        if due < today:
            words = translate("ExportDialog", "Asked for {asked}. It was due by {day}.")
        day = short_day(due, today)
        self._asked.setText(words.format(asked=week_day(on, today), day=day, name=self._name))
