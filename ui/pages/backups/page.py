"""The page of backups."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.workflows.backup.places import Place as BackupPlace
from ui.backing_up.backup_progress import BackupProgress
from ui.backing_up.backup_run import BackupRun
from ui.backing_up.backup_schedule import BackupSchedule
from ui.commands.registry import Registry
from ui.pages.backups.bring_back import WIDTH, BringBack
from ui.pages.backups.choices import Choices
from ui.pages.backups.earlier_part import EarlierPart
from ui.pages.backups.failure_card import FailureCard, is_for_the_place
from ui.pages.backups.head import fill_head
from ui.pages.backups.main_button import keep_focus, press_by_keys
from ui.pages.backups.passphrase_dialog import BackupPassphraseDialog
from ui.pages.backups.places_part import PlacesPart
from ui.pages.backups.row_ways import RowWays
from ui.pages.backups.running_card import RunningCard
from ui.pages.backups.state import State
from ui.pages.backups.summary_card import FirstCard, KitCard, SummaryCard
from ui.pages.backups.summary_words import asks_where, next_words
from ui.pages.backups.view_model import BackupsModel
from ui.places.navigation import Navigation, PageId, Place
from ui.places.page import Page
from ui.places.unread import Unread
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.columns import Columns
from ui.widgets.file_dialog import ask_folder
from ui.widgets.page_head import PageHead, fill_page
from ui.widgets.scrim import top_scrim
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.staying_put import stay_put

BACKUPS = Place(PageId.BACKUPS)
BETWEEN = 24  # logical pixels between the parts


class BackupsPage(Page):
    """What is under way or how old the last one is; then the earlier ones, places and choices."""

    bring_back_asked = Signal(object)  # Path, or None to be asked for one
    file_asked = Signal()  # for the same, at once
    try_asked = Signal(Path)

    def __init__(
        self,
        theme: Theme,
        model: BackupsModel,
        run: BackupRun,
        schedule: BackupSchedule,
        navigation: Navigation,
        registry: Registry,
    ) -> None:
        """Bind the commands of this page."""
        super().__init__()
        self.setObjectName("backups")
        self._theme, self._model = theme, model
        self._run, self._schedule = run, schedule
        self._navigation, self._registry = navigation, registry
        self._focus_wanted = False
        self._starts_there = False  # the place that is being added is for a backup now
        self._passphrase: str | None = None  # for that backup
        self._head = PageHead(top=24, bottom=12)
        self._scroll = ScrollPage(top=6)
        self._failure = FailureCard(theme)
        self._running = RunningCard(theme)
        self._kit = KitCard(theme)
        self._first = FirstCard(theme)
        self._last = SummaryCard(theme)
        self._earlier = EarlierPart(theme)
        self._places = PlacesPart(theme)
        self._choices = Choices(theme)
        self._bring_back = BringBack(theme)
        self._row_ways = RowWays(self, theme, model, self._earlier.table, self._places)
        self._lay_out()
        self._bind()
        self._connect()
        self._show(model.state)

    def open_place(self, place: Place) -> None:
        self._model.load()

    def focus_first(self) -> None:
        self._focus_wanted = True  # given as soon as it is known what is on the page
        self._give_focus(self._model.state)

    def regions(self) -> tuple[QWidget, ...]:
        return (self._scroll, self._bring_back)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._model.keep_looking(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._model.keep_looking(False)

    def back_up(self, passphrase: str | None = None) -> None:
        """Begins a backup at the first place that is here, once one is; asks for one if need be."""
        self._navigation.go(BACKUPS)
        self._show_top()
        state = self._model.state
        if state.kit_unproven:
            self._registry.run("vault.rehearse")
        elif state.places and not asks_where(state):
            folder = state.to_use.folder if state.to_use is not None else ""
            self._schedule.wait_for_drive(True, passphrase, folder)
        else:
            self._starts_there, self._passphrase = True, passphrase
            self._ask_place()

    def _bind(self) -> None:
        bind, state = self._registry.bind, lambda: self._model.state
        bind("go.backups", lambda: self._navigation.go(BACKUPS))
        bind("backup.now", self.back_up, lambda: state().may_try and not self._busy)
        bind("backup.stop", self._schedule.stop, lambda: self._busy)
        bind("backup.add_place", self._add_place, lambda: state().loaded)
        bind(
            "backup.with_passphrase",
            self._ask_passphrase,
            lambda: state().may_back_up and not self._busy,
        )
        bind("backup.bring_back", lambda: self.bring_back_asked.emit(None))
        bind("backup.try", self._try, lambda: state().newest_here is not None)

    def _connect(self) -> None:
        run = self._registry.run
        press_by_keys(self, (self._kit.prove, self._first.now, self._last.now))
        self._model.state_changed.connect(self._show_again)
        self._model.place_added.connect(self._has_place)
        self._model.came_in.connect(self._schedule.look)
        self._model.place_refused.connect(partial(self._places.refuse, self._scroll))
        self._run.progressed.connect(self._show_progress)
        self._run.ended.connect(self._has_ended)
        self._run.failed.connect(self._show_failure)
        self._run.over.connect(self._show_again)
        self._schedule.waiting_changed.connect(self._show_again)
        for card in (self._first, self._last):
            card.asked.connect(lambda: run("backup.now"))
            card.given_up.connect(lambda: run("backup.stop"))
        self._running.stopped.connect(lambda: run("backup.stop"))
        self._kit.prove.clicked.connect(lambda: run("vault.rehearse"))
        self._failure.asked.connect(run)
        self._failure.again.connect(self._again)
        self._failure.put_away.connect(self._run.let_go)
        self._places.add_asked.connect(lambda: run("backup.add_place"))
        self._places.put_back.connect(self._model.put_place)
        self._model.place_removed.connect(self._places.tell_removed)
        self._model.place_removed.connect(self._failure.forget_place)
        self._places.chosen.connect(self._back_up_at)
        self._choices.automatic.connect(self._model.set_automatic)
        self._choices.yearly.connect(self._model.set_keep_yearly)
        self._choices.passphrase_asked.connect(lambda: run("backup.with_passphrase"))
        self._earlier.remind.chosen.connect(self._model.set_remind_days)
        self._earlier.table.look_asked.connect(self.bring_back_asked)
        self._bring_back.chosen.connect(self.bring_back_asked)
        self._bring_back.asked.connect(self.file_asked)
        self._bring_back.try_asked.connect(lambda: run("backup.try"))

    @property
    def _busy(self) -> bool:
        return self._run.runs or self._schedule.waits

    def _show_again(self) -> None:
        stay_put(self._scroll, partial(self._show, self._model.state))

    def _show(self, state: State) -> None:
        runs, wanted = self._run.runs, self._schedule.waits
        if runs == self._running.isHidden():
            keep_focus(self, self._first, self._last, self._running)
        unproven = state.kit_unproven and state.takes_writes and not state.made_up
        self._running.setVisible(runs)
        self._kit.setVisible(state.loaded and unproven and not runs)
        self._first.setVisible(state.loaded and not (runs or unproven or state.last))
        self._last.setVisible(state.last is not None and not runs)
        for card in (self._first, self._last):
            card.show_state(state, wanted=wanted, awaited=self._schedule.awaited)
        self._earlier.show_state(state)
        self._places.show_places(state.places, may_choose=state.may_back_up and not self._busy)
        self._choices.show_state(state)
        self._bring_back.show_state(state)
        self._registry.refresh()
        self._give_focus(state)

    def _give_focus(self, state: State) -> None:
        if self._focus_wanted and state.loaded:
            self._focus_wanted = False
            (self._earlier.table if state.rows else self).setFocus()

    def _show_progress(self, progress: BackupProgress) -> None:
        if progress.stopping:
            keep_focus(self, self._running)
        self._running.show_progress(progress)
        if not self._running.isVisibleTo(self):  # it has just begun
            self._failure.hide()
            self._show_again()

    def _has_ended(self) -> None:
        if self._run.progress is not None:
            self._model.trust_place(self._run.progress.place.folder)

    def _show_failure(self, error: Exception) -> None:
        progress = self._run.progress
        on_drive = progress is None or progress.place.is_drive
        if progress is not None and is_for_the_place(error):
            self._model.refuse_place(progress.place.folder)
        folder = progress.place.folder if progress is not None else ""
        told = partial(self._failure.show_failure, error, on_drive=on_drive, folder=folder)
        stay_put(self._scroll, told)
        if self.isVisible():
            self._failure.tell()
        if self.isVisible() and not self._run.by_itself and top_scrim(self.window()) is None:
            self._show_top()
            self._failure.focus_first()

    def _show_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def _ask_place(self) -> None:
        ask_folder(
            self.window(),
            translate("Backups", "Where backups go"),
            Path.home(),
            translate("Backups", "Back up here"),
            self._model.add_place,
        )

    def _add_place(self) -> None:
        self._navigation.go(BACKUPS)
        self._starts_there = False
        self._ask_place()

    def _back_up_at(self, folder: str) -> None:
        self._show_top()
        self._schedule.wait_for_drive(True, folder=folder)

    def _has_place(self, place: BackupPlace) -> None:
        if self._starts_there:
            self._starts_there = False
            passphrase, self._passphrase = self._passphrase, None
            self._schedule.wait_for_drive(True, passphrase, place.folder)
        else:
            self._schedule.look()  # it wants its own

    def _ask_passphrase(self, again_at: str = "") -> None:
        self._navigation.go(BACKUPS)
        where = next_words(self._model.state, wanted=bool(again_at), awaited=again_at)
        dialog = BackupPassphraseDialog(self.window(), self._theme, self._model.choice(), where)
        dialog.agreed.connect(partial(self._again_at, again_at))
        dialog.open()

    def _again(self) -> None:
        """Once more at the same place, wherever the next one would have gone."""
        asks = self._run.with_passphrase  # it was kept nowhere
        (self._ask_passphrase if asks else self._again_at)(self._failure.folder)

    def _again_at(self, folder: str, passphrase: str | None = None) -> None:
        self._failure.hide()
        if self._model.state.place_at(folder) is None:
            self.back_up(passphrase)
        else:
            self._schedule.wait_for_drive(True, passphrase, folder, only=True)

    def _try(self) -> None:
        if newest := self._model.state.newest_here:
            self.try_asked.emit(newest.path)

    def _lay_out(self) -> None:
        fill_head(self._head, self._theme)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        for part in (
            self._failure,
            self._running,
            self._kit,
            self._first,
            self._last,
            self._earlier,
            self._places,
            self._choices,
        ):
            column.addWidget(part)
        column.addStretch(1)
        content = self._scroll.content
        content.addWidget(Unread(self._theme, self._model.unread, left))
        content.addWidget(
            Columns(self._theme, left, self._bring_back, right_width=WIDTH, between=40)
        )
        content.addStretch(1)
        fill_page(self, self._head, self._scroll)
