"""Export a client's consent record: what goes in, where it goes, and a look at every page."""

from pathlib import Path

from PySide6.QtCore import QRect, QStandardPaths, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.clock import Clock
from ui.jobs import Jobs
from ui.messages import message_for
from ui.pages.record.export_model import Done, ExportModel, Failed, Incomplete, Ready, Step
from ui.pages.record.practice_form import PracticeForm
from ui.pages.record.preview import PagePreview
from ui.pages.record.view_model import RecordState
from ui.paper.renderer import Paper
from ui.theme import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import Field
from ui.widgets.file_dialog import ask_folder
from ui.widgets.icon_view import IconView
from ui.widgets.scrim import Scrim
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

_WIDTH = 980
_HEIGHT = 696
_PREVIEW = 470
_EDGE = 24


class ExportDialog(Scrim):
    """Left: what leaves and where to. Right: the pages."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        jobs: Jobs,
        clock: Clock,
        paper: Paper,
        state: RecordState,
    ) -> None:
        super().__init__(window, theme)
        self._state = state
        self._form: PracticeForm | None = None
        self._copy_ready: Ready | None = None
        self._model = ExportModel(jobs, clock, paper, state.client.id, self)
        name = state.client.first_name
        title = translate("ExportDialog", "Export {name}’s consent record").format(name=name)
        self.setAccessibleName(title)
        self._preview = PagePreview(theme)
        self._preview.setFixedWidth(_PREVIEW)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(theme.tokens.space(3))
        self._result = SmallPrint(theme)
        self._folder = self._folder_field()
        self._export = Button(theme, translate("ExportDialog", "Export"), ButtonKind.MAIN)
        self._export.setObjectName("export.export")
        self._export.clicked.connect(self._go_on)
        self._cancel = Button(theme, translate("ExportDialog", "Cancel"))
        self._cancel.setObjectName("export.cancel")
        self._cancel.clicked.connect(self.dismiss)
        self._lay_out(title)
        self._export.set_available(False)
        self._model.stepped.connect(self._show)
        self._model.prepare()

    def panel_rect(self, room: QRect) -> QRect:
        scaled = self._theme.tokens.scaled
        width = min(scaled(_WIDTH), room.width() - 2 * _EDGE)
        height = min(scaled(_HEIGHT), room.height() - 2 * _EDGE)
        rect = QRect(0, 0, width, height)
        rect.moveCenter(room.center())
        return rect

    def focus_first(self) -> None:
        self._cancel.setFocus()

    def _lay_out(self, title: str) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(28, 24, 28, 20)
        left.setSpacing(self._theme.tokens.space(2))
        left.addWidget(Text(title, "title", wrap=True))
        left.addLayout(self._middle)
        left.addStretch(1)
        left.addWidget(self._result)
        buttons = QHBoxLayout()
        buttons.setSpacing(self._theme.tokens.space(2))
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._export)
        left.addLayout(buttons)
        row = QHBoxLayout(self.panel)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._preview)

    def _folder_field(self) -> QWidget:
        holder = QWidget()
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._where = Field(
            self._theme,
            translate("ExportDialog", "Save in"),
            hint=translate("ExportDialog", "The file name is a number, so that it names nobody."),
        )
        self._where.set_text(QStandardPaths.writableLocation(documents))
        self._where.line.setObjectName("export.folder")
        change = Button(self._theme, translate("ExportDialog", "Change"))
        change.setObjectName("export.change_folder")
        change.clicked.connect(self._choose_folder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._where, 1)
        column = QVBoxLayout()
        column.addSpacing(self._theme.tokens.type_style("small").line + 5)
        column.addWidget(change)
        column.addStretch(1)
        row.addLayout(column)
        return holder

    def _show(self, step: Step) -> None:
        self._export.set_available(True)
        if isinstance(step, Incomplete):
            self._ask_for(step)
        elif isinstance(step, Ready):
            self._offer(step)
        elif isinstance(step, Done):
            self._report(step)
        else:
            self._complain(step)

    def _ask_for(self, step: Incomplete) -> None:
        self._form = PracticeForm(self._theme, step.practice, step.missing)
        self._fill(self._form)
        self._export.set_text(translate("ExportDialog", "Go on"))
        self._form.setFocus()

    def _offer(self, step: Ready) -> None:
        self._form = None
        self._copy_ready = step
        self._preview.show_pages(step.pages)
        entries = sum(len(line.consent.events) for line in step.copy.record.lines)
        consents = len(step.copy.record.lines)
        everything = translate(
            "ExportDialog", "Every consent ({consents}) and every entry ({entries})"
        )
        self._fill(
            _list(
                self._theme,
                translate("ExportDialog", "What goes in"),
                (
                    ("check", everything.format(consents=consents, entries=entries)),
                    ("check", translate("ExportDialog", "The text of each notice that was shown")),
                    (
                        "shield",
                        translate("ExportDialog", "Session notes are never part of this record."),
                    ),
                ),
            ),
            _list(
                self._theme,
                translate("ExportDialog", "As"),
                (
                    ("check", translate("ExportDialog", "PDF, to read and print")),
                    (
                        "check",
                        translate(
                            "ExportDialog", "JSON, for another system: in the PDF and beside it"
                        ),
                    ),
                ),
            ),
            self._folder,
        )
        self._export.set_text(translate("ExportDialog", "Export"))
        self._export.setFocus()

    def _report(self, step: Done) -> None:
        said = translate("ExportDialog", "Written to {folder}: {pdf} and {json}")
        words = said.format(folder=step.pdf.parent, pdf=step.pdf.name, json=step.json.name)
        self._result.say(words, "leaf", "circle-check")
        self._export.hide()
        self._cancel.set_text(translate("ExportDialog", "Done"))
        self._cancel.setFocus()

    def _complain(self, step: Failed) -> None:
        self._result.say(message_for(step.error).sentence, "brick", "circle-alert")
        self._export.set_available(self._copy_ready is not None)

    def _fill(self, *widgets: QWidget) -> None:
        while (item := self._middle.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old not in widgets:
                old.setParent(None)
                old.deleteLater()
        for widget in widgets:
            self._middle.addWidget(widget)
            widget.show()

    def _go_on(self) -> None:
        self._result.say("")
        if self._form is not None:
            if not self._form.point_at_missing():
                self._export.set_available(False)
                self._model.complete(self._form.practice())
            return
        self._export.set_available(False)
        self._model.write(Path(self._where.text()).expanduser())

    def _choose_folder(self) -> None:
        ask_folder(
            self,
            translate("ExportDialog", "Where to save the record"),
            Path(self._where.text()),
            translate("ExportDialog", "Save here"),
            lambda folder: self._where.set_text(str(folder)),
        )


def _list(theme: Theme, heading: str, points: tuple[tuple[str, str], ...]) -> QWidget:
    """A heading over lines, each with an icon."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, theme.tokens.space(2), 0, 0)
    column.setSpacing(theme.tokens.space(2))
    column.addWidget(Text(heading, "heading"))
    for icon, text in points:
        row = QHBoxLayout()
        row.setSpacing(theme.tokens.space(2))
        row.addWidget(IconView(theme, icon, "ink.secondary", 17), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(text, "body", wrap=True), 1)
        column.addLayout(row)
    return holder
