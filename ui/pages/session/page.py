"""The session page: the note, what has to be known of it above, and the marks below."""

from functools import partial
from typing import Any

from PySide6.QtGui import QAccessible, QHideEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.clock import Clock
from app.core.ids import ClientId
from app.records.session_notes.record import Mark
from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.pages.session.editor import NoteEditor
from ui.pages.session.foot import Foot
from ui.pages.session.lines import Line
from ui.pages.session.marks import LOOKS, title_of
from ui.pages.session.save_notices import SaveNotices
from ui.pages.session.state import Stage, State
from ui.pages.session.top_bar import TopBar
from ui.pages.session.view_model import SessionModel
from ui.places.navigation import Navigation, PageId, Place
from ui.places.page import Page
from ui.places.unread import Unread
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.confirm import Confirm
from ui.widgets.divider import Divider

SESSIONS_TAB = "sessions"


class SessionPage(Page):
    """Takes the whole window: for a session while it runs, and for its note afterwards."""

    context = Context.SESSION
    full_window = True

    def __init__(
        self,
        theme: Theme,
        model: SessionModel,
        navigation: Navigation,
        registry: Registry,
        clock: Clock,
    ) -> None:
        super().__init__()
        self.setObjectName("session")
        self._theme = theme
        self._model = model
        self._navigation = navigation
        self._registry = registry
        self._place: Place | None = None
        self._stage: Stage | None = None
        self._view: dict[str, Any] | None = None
        self._top, self._foot, self._notices = TopBar(theme), Foot(theme), SaveNotices(theme)
        self._editor = NoteEditor(theme, clock)
        self._editor.setObjectName("session.editor")
        self._lay_out()
        self._connect()
        self._bind()
        self._close_note()

    @property
    def in_session(self) -> bool:
        return self._stage is Stage.RUNNING

    def open_place(self, place: Place) -> None:
        if place.session is None or place.client is None:
            return
        self._place = place
        self._model.open(place.session, place.client)

    def focus_first(self) -> None:
        self._editor.setFocus()

    def regions(self) -> tuple[QWidget, ...]:
        return (self._editor, self._foot, self._top)

    def view_state(self) -> dict[str, Any]:
        return self._editor.view_state() if self._view is None else self._view

    def restore_view(self, state: dict[str, Any]) -> None:
        if self._stage is None:
            self._view = state
        else:
            self._editor.restore_view(state)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._model.save_now()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        unread = Unread(self._theme, self._model.unread, self._editor)
        for part in (self._top, Divider(), unread, self._editor, self._notices, self._foot):
            column.addWidget(part, 1 if part in (unread, self._editor) else 0)

    def _connect(self) -> None:
        self._model.newest = self._editor.lines
        self._model.closed.connect(self._close_note)
        self._model.opened.connect(self._editor.load)
        self._model.state_changed.connect(self._show_state)
        self._model.unread.connect(self._show_unread)
        self._model.ended.connect(self._go_to_client)
        self._model.stays_draft.connect(self._allow_writing)
        self._editor.edited.connect(self._model.edited)
        self._editor.edited.connect(self._after_edit)
        self._editor.refused.connect(self._notices.refuse)
        self._editor.mark_changed.connect(self._show_mark)
        self._foot.pressed.connect(self._press_mark)
        for button in (self._top.end, self._top.make_final, self._top.leave):
            button.clicked.connect(self._registry.action(button.objectName()).trigger)

    def _bind(self) -> None:
        bind = self._registry.bind
        for look in LOOKS:
            mark = partial(self._editor.toggle_mark, look.mark)
            bind(f"session.mark.{look.mark}", mark, self._is_writable)
        bind("session.time", self._editor.insert_time, self._is_writable)
        bind("session.end", self._model.end, lambda: self._stage is Stage.RUNNING)
        bind("session.leave", self._leave, lambda: not self._top.leave.isHidden())
        bind("session.step_out", self._leave, lambda: self._stage is Stage.RUNNING)
        bind("session.make_final", self._ask_about_final, self._can_be_final)

    def _press_mark(self, mark: Mark) -> None:
        self._registry.action(f"session.mark.{mark}").trigger()

    def _is_writable(self) -> bool:
        return self._stage in (Stage.RUNNING, Stage.DRAFT)

    def _can_be_final(self) -> bool:
        return self._stage is Stage.DRAFT and self._editor.note.characters > 0

    def _close_note(self) -> None:
        """Shows nothing that could be taken for a note, or written on, until one is there."""
        self._view = None
        self._editor.load((Line(""),))
        self._top.clear()
        self._enter_stage(None)

    def _show_state(self, state: State) -> None:
        self._top.show_state(state)
        self._notices.show_standing(state.standing)
        if self._stage is None:
            name = translate("Session", "Session notes, {name}").format(name=state.name)
            self._editor.setAccessibleName(name)
            self._place_caret(state.stage)
        if state.stage is not self._stage:
            self._enter_stage(state.stage)

    def _show_unread(self, error: Exception | None) -> None:
        """There is nothing to write on, and the way out is open."""
        self._foot.setVisible(error is None)
        self._top.leave.setVisible(error is not None)
        self._registry.refresh()
        if error is not None:
            self._top.leave.setFocus()

    def _place_caret(self, stage: Stage) -> None:
        """Where it was; else at the end to go on writing, or at the beginning to read."""
        if self._view is not None:
            self._editor.restore_view(self._view)
            self._view = None
        elif stage in (Stage.FINAL, Stage.CLOSED):
            self._editor.moveCursor(QTextCursor.MoveOperation.Start)

    def _enter_stage(self, stage: Stage | None) -> None:
        self._stage = stage
        self._allow_writing()
        self._foot.setEnabled(self._is_writable())
        self._foot.setVisible(stage not in (Stage.FINAL, Stage.CLOSED))
        self._look_at_final()
        runs = stage is Stage.RUNNING
        self._registry.action("session.leave").setVisible(not runs)
        self._registry.action("session.step_out").setVisible(runs)
        self._registry.refresh()

    def _allow_writing(self) -> None:
        self._editor.set_writable(self._is_writable())

    def _after_edit(self) -> None:
        self._notices.after_edit()
        if self._top.make_final.isEnabled() != self._can_be_final():
            self._look_at_final()
            self._registry.refresh()

    def _look_at_final(self) -> None:
        why_not = translate("Session", "Nothing is written yet.")
        self._top.make_final.set_available(self._can_be_final(), why_not)

    def _show_mark(self, mark: Mark) -> None:
        self._foot.show_mark(mark)
        if mark and self._editor.hasFocus() and QAccessible.isActive():
            announce(self._editor, title_of(mark))

    def _ask_about_final(self) -> None:
        Confirm(
            self.window(),
            self._theme,
            translate("Session", "Make this note final?"),
            translate("Session", "From then on it can be read, but no longer changed."),
            safe=translate("Session", "Keep it a draft"),
            other=translate("Session", "Make final"),
            then=self._make_final,
            removing=False,
        ).open()

    def _make_final(self) -> None:
        self._editor.set_writable(False)
        self._model.make_final()

    def _leave(self) -> None:
        if self._place is not None and self._place.client is not None:
            self._go_to_client(self._place.client)

    def _go_to_client(self, client: ClientId) -> None:
        self._navigation.go(Place(PageId.CLIENT, client=client, tab=SESSIONS_TAB))
