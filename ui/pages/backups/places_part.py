"""The part of the page that says where backups go."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.workflows.backup.places import Place
from ui.pages.backups.place_row import PlaceRow
from ui.pages.backups.state import PlaceLine
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card
from ui.widgets.divider import Divider
from ui.widgets.section_head import SectionHead
from ui.widgets.small_print import SmallPrint
from ui.widgets.staying_put import lay_out
from ui.widgets.text import Text
from ui.widgets.toast import show_toast
from ui.words.backup_places import place_name

AROUND = 120  # logical pixels: what is said below the button is seen with it


class PlacesPart(QWidget):
    """A heading with the button that adds one, and a card with a row for each."""

    add_asked = Signal()
    removed = Signal(str)  # the folder
    put_back = Signal(object)  # Place
    chosen = Signal(str)  # the folder that the next one is to go to, now

    def __init__(self, theme: Theme) -> None:
        """Start without places."""
        super().__init__()
        self._theme = theme
        self._lines: tuple[PlaceLine, ...] = ()
        self._may_choose = False
        self._card: Card | None = None
        self.add = Button(
            theme, translate("Backups", "Add a place"), size=ButtonSize.SMALL, icon="plus"
        )
        self.add.setObjectName("backups.add_place")
        self.add.clicked.connect(self.add_asked)
        self._none = Text(
            translate(
                "Backups",
                "None yet. A USB stick that you keep elsewhere helps most: a folder on this laptop "
                "is lost with it.",
            ),
            "small",
            "secondary",
            wrap=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(
            SectionHead(theme, translate("Backups", "Where backups go"), self.add)
        )
        self._column.addWidget(self._none)
        self._refused = SmallPrint(theme)
        self._column.addWidget(self._refused)

    def refuse(self, scroll: QScrollArea) -> None:
        """Say why the folder that was chosen won't do, in sight, with the focus at the way out."""
        said = translate(
            "Backups", "That folder is part of the vault itself. Choose one outside of it."
        )
        self._refused.say(said, "brick", "circle-alert")
        self.add.setAccessibleDescription(said)
        self.add.setFocus()
        lay_out(scroll)  # what was said moves things, and the page may be about to grow
        scroll.ensureWidgetVisible(self.add, 0, AROUND)
        announce(self, said, urgent=True)

    def tell_removed(self, place: Place) -> None:
        """Say that a place is removed, with the way back."""
        said = translate("Backups", "{place} is removed. What lies there stays there.")
        show_toast(
            self.window(),
            self._theme,
            said.format(place=place_name(place)),
            lambda: self.put_back.emit(place),
        )

    def show_places(self, lines: tuple[PlaceLine, ...], *, may_choose: bool) -> None:
        """Show other places; the same ones stay as they are, with the focus."""
        self._none.setVisible(not lines)
        if lines == self._lines and may_choose == self._may_choose:
            return
        self._may_choose = may_choose
        self._refused.say("")
        self.add.setAccessibleDescription("")
        self._lines = lines
        had_focus = self._card is not None and self._card.isAncestorOf(self._focus())
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if lines:
            self._card = self._make_card(lines)
            self._column.addWidget(self._card)
            self._card.show()  # or the page would be lower for a moment, and scroll
            self._put_in_order(self._card)
        if had_focus:
            self.add.setFocus()  # the button that had it may be gone

    def _make_card(self, lines: tuple[PlaceLine, ...]) -> Card:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for number, line in enumerate(lines):
            if number:
                inside.addWidget(Divider())
            row = PlaceRow(self._theme, line, number, may_choose=self._may_choose)
            row.removed.connect(self.removed)
            row.chosen.connect(self.chosen)
            inside.addWidget(row)
        return card

    def _put_in_order(self, card: Card) -> None:
        """Tab goes from the button above to those of the rows, made after all that follows."""
        rows = card.findChildren(PlaceRow)
        buttons = [self.add, *(button for row in rows for button in row.buttons)]
        for before, after in pairwise(buttons):
            QWidget.setTabOrder(before, after)

    def _focus(self) -> QWidget:
        return self.window().focusWidget() or self
