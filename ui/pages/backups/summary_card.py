"""The card of the last checked backup: its age, and the button for the next one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.pages.backups import summary_words as words
from ui.pages.backups.state import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

PADDING = (20, 18, 20, 16)


class SummaryCard(Card):
    """Shown while none is being made."""

    asked = Signal()
    given_up = Signal()  # to wait for the drive of the one that was asked for

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self.setObjectName("backups.last")
        self._title = Text("", "section")
        self._made = Text("", "small", "secondary")
        self._where = Text("", "caption", "tertiary", wrap=True)
        self._proof = SmallPrint(theme)
        self._need = SmallPrint(theme)
        self._next = Text("", "small", "tertiary", wrap=True)
        self.now = Button(theme, translate("Backups", "Back up now"), ButtonKind.MAIN)
        self.now.setObjectName("backups.now")
        self._waits = False
        self.now.clicked.connect(self._press)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._made)
        foot.setSpacing(12)
        foot.addWidget(self._next, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.now, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PADDING)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(1)
        column.addWidget(self._where)
        column.addSpacing(10)
        column.addWidget(self._proof)
        column.addWidget(self._need)
        column.addSpacing(12)
        column.addLayout(foot)

    def show_state(self, state: State, *, wanted: bool, awaited: str = "") -> None:
        """Show how old the last one is; `wanted` while the next waits for its drive.

        It waits for that of the folder `awaited`, if there is one.
        """
        last = state.last
        if last is None:
            return
        self._title.setText(words.age_title(last))
        self._made.setText(last.made if last.days >= 0 else "")
        self._where.setText(words.where_words(last))
        self._proof.say(words.proof_words(last), "leaf", "check")
        self._need.say(words.need_words(state), "ochre", "triangle-alert")
        why_not = words.why_none(state)
        next_words = words.next_words(state, wanted=wanted, awaited=awaited)
        self._next.setText(why_not or next_words)
        self._waits = words.is_waiting(state, wanted=wanted, awaited=awaited)
        self.now.set_text(words.main_button(state, waiting=self._waits))
        self.now.set_available(not why_not, why_not)

    def _press(self) -> None:
        (self.given_up if self._waits else self.asked).emit()


class FirstCard(Card):
    """In place of the summary before there is a backup."""

    asked = Signal()
    given_up = Signal()  # to wait for the drive of the one that was asked for

    def __init__(self, theme: Theme) -> None:
        """Say what is at stake."""
        super().__init__()
        self.setObjectName("backups.first")
        self.now = Button(theme, translate("Backups", "Back up now"), ButtonKind.MAIN)
        self.now.setObjectName("backups.first_now")
        self._waits = False
        self.now.clicked.connect(self._press)
        self._next = Text("", "caption", "tertiary", wrap=True)
        self._next.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 18)
        column.setSpacing(0)
        column.addWidget(
            EmptyState(
                theme,
                "hard-drive",
                translate("Backups", "No backup yet"),
                translate("Backups", "If this laptop is lost, your notes are lost with it."),
                self.now,
            )
        )
        column.addWidget(self._next)

    def show_state(self, state: State, *, wanted: bool, awaited: str = "") -> None:
        """Show where the first one would go, as the other card does."""
        why_not = words.why_none(state)
        next_words = words.next_words(state, wanted=wanted, awaited=awaited)
        self._next.setText(why_not or next_words)
        self._waits = words.is_waiting(state, wanted=wanted, awaited=awaited)
        self.now.set_text(words.main_button(state, waiting=self._waits))
        self.now.set_available(not why_not, why_not)

    def _press(self) -> None:
        (self.given_up if self._waits else self.asked).emit()


class KitCard(Card):
    """Stands first while no backup could be opened: the kit's words were never typed here."""

    def __init__(self, theme: Theme) -> None:
        """Ask for it once."""
        super().__init__()
        self.setObjectName("backups.kit")
        about = translate(
            "Backups",
            "A backup opens with the 24 words of your Recovery Kit. Type them once, and Underrose "
            "can make backups that they open.",
        )
        self.prove = Button(theme, translate("Backups", "Prove your Recovery Kit"), ButtonKind.MAIN)
        self.prove.setObjectName("backups.prove")
        column = QVBoxLayout(self)
        column.setContentsMargins(*PADDING)
        column.setSpacing(8)
        column.addWidget(Text(translate("Backups", "First, prove your kit"), "section"))
        column.addWidget(Text(about, "small", "secondary", wrap=True))
        column.addSpacing(4)
        column.addWidget(self.prove, 0, Qt.AlignmentFlag.AlignLeft)
