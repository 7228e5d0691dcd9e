"""The lock screen."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.locked.locked_page import LockedStep
from ui.locked.rose_column import RoseColumn
from ui.pages.unlock import words
from ui.pages.unlock.state import Main, State, View
from ui.pages.unlock.view_model import UnlockModel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.way_choice import WayChoice
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

ABOVE_FORM = 26
GAP = 18
ABOVE_ADVICE = 6


class UnlockPage(RoseColumn):
    """The vault's name, what it asks for to open, and the other ways in."""

    def __init__(self, theme: Theme, model: UnlockModel) -> None:
        super().__init__(theme)
        self.setObjectName("unlock")
        self._model = model
        model.setParent(self)
        self._said = ""
        self._shown = model.state
        self._title = _centred(Text("", "title", wrap=True))
        self._subtitle = _centred(Text("", "body", "secondary", wrap=True))
        self._passphrase = PassphraseField(theme, translate("UnlockPage", "Passphrase"), large=True)
        self._passphrase.line.setObjectName("unlock.passphrase")
        self._trouble = SmallPrint(theme)
        self._main = Button(
            theme,
            translate("UnlockPage", "Unlock"),
            ButtonKind.MAIN,
            size=ButtonSize.TOUCH,
        )
        self._main.setObjectName("unlock.open")
        self._remark = _centred(Text("", "caption", "secondary", wrap=True))
        self._make_new = Button(
            theme, translate("UnlockPage", "Make a new one"), size=ButtonSize.TOUCH
        )
        self._make_new.setObjectName("unlock.new")
        self._recover = self._link(translate("UnlockPage", "Use the Recovery Kit"), "recover")
        self._again = self._link(translate("UnlockPage", "Try again"), "again")
        self._another = self._link(translate("UnlockPage", "Open another vault"), "another")
        self._other_form = self._link(translate("UnlockPage", "Use the passphrase alone"), "other")
        self._move = self._link(translate("UnlockPage", "Move it"), "move")
        self._restore = self._link(translate("UnlockPage", "Restore a backup"), "restore")
        self._salvage = self._link(translate("UnlockPage", "Save what can be read"), "salvage")
        self._advice = SmallPrint(theme)
        self._advice.setContentsMargins(0, ABOVE_ADVICE, 0, 0)
        self._lay_out()
        self._connect()
        self._show(model.state)

    def arrive(self) -> None:
        self._model.arrive()

    def focus_first(self) -> None:
        field = self._passphrase
        (self._main if field.isHidden() else field.line).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # the header may be read before the page is on the screen
            self.focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # left, not minimised
            self._passphrase.clear()
            self._model.leave()
        super().hideEvent(event)

    def _link(self, text: str, name: str) -> Button:
        link = Button(self._theme, text, ButtonKind.LINK, size=ButtonSize.SMALL)
        link.setObjectName(f"unlock.{name}")
        return link

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(10)
        for widget in (self._main, self._make_new, self._remark):
            buttons.addWidget(widget)
        links = self._row(self._recover, self._again, self._another)
        more = self._row(self._other_form, self._move, self._restore, self._salvage)
        column = self.column
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(ABOVE_FORM)
        column.addWidget(self._passphrase)
        column.addWidget(self._trouble)
        column.addWidget(self._advice)
        column.addSpacing(GAP)
        column.addLayout(buttons)
        column.addSpacing(GAP - 4)
        column.addLayout(links)
        column.addLayout(more)

    def _row(self, *links: Button) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.tokens.space(3))
        row.addStretch(1)
        for link in links:
            row.addWidget(link)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._model.state_changed.connect(self._show)
        self._model.opened.connect(self._leave)
        self._model.salvages.connect(lambda: self.leads_to.emit(LockedStep.SALVAGE))
        self._passphrase.edited.connect(self._typing)
        self._passphrase.line.returnPressed.connect(self._unlock)
        self._main.clicked.connect(self._do_main)
        self._recover.clicked.connect(lambda: self.leads_to.emit(LockedStep.RECOVER))
        self._again.clicked.connect(self._model.try_again)
        self._make_new.clicked.connect(lambda: self.leads_to.emit(LockedStep.FIRST_RUN))
        self._another.clicked.connect(self._ask_for_another)
        self._other_form.clicked.connect(self._model.use_other_form)
        self._move.clicked.connect(self._model.look_for_place)
        self._salvage.clicked.connect(self._save_readable)
        self._restore.clicked.connect(lambda: self.leads_to.emit(LockedStep.RESTORE))
        self._model.place_found.connect(self._ask_where_to)

    def _show(self, state: State) -> None:
        was, self._shown = self._shown, state
        ready = state.view is View.READY
        missing = state.view is View.MISSING
        self._title.setText(state.name)
        self._subtitle.setText(words.subtitle(state))
        self._subtitle.setVisible(bool(words.subtitle(state)))
        self._show_form(state)
        self._main.set_text(words.main_button(state))
        self._main.set_icon("key-round" if _is_by_keyring(state) else "")
        self._main.set_available(state.main_enabled or not ready, words.why_not(state))
        self._main.setVisible(state.view is not View.LOOKING)
        self._make_new.setVisible(missing)
        self._remark.setText(words.remark(state))
        self._remark.setVisible(bool(words.remark(state)))
        self._recover.setVisible(ready and state.main not in (Main.RECOVER, Main.ANOTHER))
        in_vain = state.main in (Main.RECOVER, Main.ANOTHER) and state.error is not None
        self._again.setVisible(ready and in_vain)
        self._another.setVisible(not missing and state.main is not Main.ANOTHER)
        if words.other_form(state):
            self._other_form.set_text(words.other_form(state))
        self._other_form.setVisible(ready and bool(words.other_form(state)) and not state.busy)
        self._move.setVisible(ready and state.can_move and not state.busy)
        self._salvage.setVisible(state.may_salvage and not state.busy)
        self._restore.setVisible(state.view is not View.LOOKING and not state.busy)
        self._advice.say(*words.advice(state))
        self._show_trouble(words.trouble(state), state)
        if _begins_anew(was, state) and self.isVisible():
            self.focus_first()

    def _show_form(self, state: State) -> None:
        self._passphrase.setVisible(state.asks_passphrase)
        self._passphrase.line.setReadOnly(state.busy)
        self._passphrase.set_hint(words.halves(state), "secondary", words.halves_icon(state))
        if not state.typed and not state.busy:
            self._passphrase.clear()

    def _show_trouble(self, trouble: str, state: State) -> None:
        self._passphrase.set_error(trouble if state.asks_passphrase else "")
        self._trouble.say("" if state.asks_passphrase else trouble, "brick", "circle-alert")
        self._tell(trouble)

    def _tell(self, trouble: str) -> None:
        """Says a new trouble to screen readers, but not each second of a wait."""
        news = trouble.partition(".")[0]
        if news and news != self._said:
            # the first picture comes without it
            from ui.widgets.announce import announce

            announce(self, trouble, urgent=True)
        self._said = news

    def _do_main(self) -> None:
        state = self._model.state
        if state.view is View.MISSING or state.main is Main.ANOTHER:
            self._ask_for_another()
        elif state.view is View.BROKEN:
            self._model.arrive()
        elif state.main is Main.RECOVER:
            self.leads_to.emit(LockedStep.RECOVER)
        else:
            self._unlock()

    def _typing(self, text: str) -> None:
        self._model.typing(bool(text))
        self._show(self._model.state)  # typing took the error back, which may still hold

    def _unlock(self) -> None:
        self._model.unlock(self._passphrase.text())

    def _save_readable(self) -> None:
        self._model.unlock(self._passphrase.text(), salvages=True)

    def _leave(self) -> None:
        self._passphrase.clear()
        self.opened.emit()

    def _ask_for_another(self) -> None:
        # the first picture comes without it
        from ui.widgets.file_dialog import ask_folder

        ask_folder(
            self,
            translate("UnlockPage", "Open a vault"),
            self._model.folder_to_look_in(),
            translate("UnlockPage", "Open"),
            self._model.choose,
        )

    def _ask_where_to(self, usual: Path) -> None:
        # the first picture comes without it
        from ui.widgets.file_dialog import ask_folder

        ask_folder(
            self,
            translate("UnlockPage", "Where the vault is kept"),
            usual,
            translate("UnlockPage", "Move it here"),
            self._model.move,
        )


def _centred(text: Text) -> Text:
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return text


def _begins_anew(was: State, now: State) -> bool:
    """Whether there is something else to do than before."""
    return (was.view, was.main, was.busy) != (now.view, now.main, now.busy) and not now.busy


def _is_by_keyring(state: State) -> bool:
    by_keyring = state.form is WayChoice.KEYRING and state.main in (Main.UNLOCK, Main.READ_ONLY)
    return by_keyring and state.view is View.READY
