"""The page that opens the vault with the Recovery Kit."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout

from crypto.errors import RecoveryWordUnknown
from ui.pages.recover import words
from ui.pages.recover.typed import with_word
from ui.pages.recover.view_model import RecoverModel, State
from ui.pages.recover.words_box import WordsBox
from ui.shell.locked_page import LockedStep
from ui.shell.rose_column import RoseColumn
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.restyle import set_style_property
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

BOX_HEIGHT = 132
ABOVE_BOX = 26
GAP = 18
PAUSE = 400  # milliseconds without a key, after which words are looked up


class RecoverPage(RoseColumn):
    """One box for 24 words, and what is known about them."""

    def __init__(self, theme: Theme, model: RecoverModel) -> None:
        super().__init__(theme)
        self.setObjectName("recover")
        self._model = model
        model.setParent(self)
        self._said = ""
        self._box = WordsBox()
        self._box.setObjectName("recover.words")
        self._box.setAccessibleName(translate("RecoverPage", "The 24 words"))
        self._count = Text("", "caption", "secondary")
        self._use = Button(
            theme,
            translate("RecoverPage", "Use the word that was meant"),
            ButtonKind.LINK,
            size=ButtonSize.SMALL,
        )
        self._use.setObjectName("recover.suggestion")
        self._trouble = SmallPrint(theme)
        self._main = Button(
            theme,
            translate("RecoverPage", "Open the vault"),
            ButtonKind.MAIN,
            size=ButtonSize.TOUCH,
        )
        self._main.setObjectName("recover.open")
        self._back = Button(
            theme, translate("RecoverPage", "Back"), ButtonKind.LINK, size=ButtonSize.SMALL
        )
        self._back.setObjectName("recover.back")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._connect()
        self._show(model.state)

    def arrive(self) -> None:
        self._forget()

    def focus_first(self) -> None:
        self._box.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # left, not minimised
            self._forget()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        title = Text(translate("RecoverPage", "Recovery Kit"), "title")
        subtitle = Text(
            translate("RecoverPage", "Type or paste your 24 words"), "body", "secondary"
        )
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self._use)
        column = self.column
        for text in (title, subtitle):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        column.addWidget(subtitle)
        column.addSpacing(ABOVE_BOX)
        column.addWidget(self._box)
        column.addSpacing(8)
        column.addLayout(below)
        column.addWidget(self._trouble)
        column.addSpacing(GAP)
        column.addWidget(self._main)
        column.addSpacing(GAP - 4)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit_box()

    def _connect(self) -> None:
        self._theme.changed.connect(self._fit_box)
        self._model.state_changed.connect(self._show)
        self._model.opened.connect(self._leave)
        self._box.textChanged.connect(self._typing)
        self._box.submitted.connect(self._open)
        self._pause.timeout.connect(lambda: self._model.check(self._text()))
        self._main.clicked.connect(self._open)
        self._use.clicked.connect(self._use_suggestion)
        self._back.clicked.connect(lambda: self.leads_to.emit(LockedStep.UNLOCK))

    def _show(self, state: State) -> None:
        trouble = words.trouble(state, self._text())
        self._count.setText(words.how_many(state))
        suggestion = words.use_suggestion(state)
        self._use.setVisible(bool(suggestion))
        if suggestion:
            self._use.set_text(suggestion)
        self._trouble.say(trouble, "brick", "circle-alert")
        self._box.setAccessibleDescription(trouble)
        self._box.setReadOnly(state.busy)
        self._box.ready = state.can_open
        set_style_property(self._box, "wrong", "true" if trouble else "false")
        self._main.set_text(words.main_button(state))
        self._main.set_available(state.can_open, words.why_not(state))
        if trouble and trouble != self._said:
            announce(self, trouble, urgent=True)
        self._said = trouble

    def _typing(self) -> None:
        self._model.typing(self._text())
        self._pause.start()

    def _use_suggestion(self) -> None:
        error = self._model.state.error
        if isinstance(error, RecoveryWordUnknown) and error.suggestion is not None:
            self._box.put_text(with_word(self._text(), error.position, error.suggestion))
            self._box.setFocus()

    def _open(self) -> None:
        self._pause.stop()
        if self._model.state.slip is not None:
            self._box.put_text(self._model.repaired())
            self._pause.stop()
        self._model.open(self._text())

    def _leave(self) -> None:
        self._forget()
        self.opened.emit()

    def _forget(self) -> None:
        self._box.put_text("")
        self._pause.stop()
        self._model.forget()

    def _text(self) -> str:
        return self._box.toPlainText()

    def _fit_box(self) -> None:
        self._box.setFixedHeight(self._theme.tokens.scaled(BOX_HEIGHT))
