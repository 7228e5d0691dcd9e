"""The Recovery Kit on screen: the words, and the number that tells this kit from another."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.kit import Kit
from ui.ways_in.kit_code import KitCode
from ui.ways_in.word_grid import WordGrid
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words import dates

SIDE = 24
TOP = 22
ASIDE = 190  # also with larger text, so that the words have room
GAP = 32


class KitCard(Card):
    """What is also on the sheet of paper."""

    def __init__(self, theme: Theme, kit: Kit, named: str) -> None:
        """`named` begins the object name of the words."""
        super().__init__()
        self.words = WordGrid(theme, kit.words, named)
        made = translate("KitCard", "Made {day}").format(day=dates.full_day(kit.made_on))
        head = QHBoxLayout()
        head.addWidget(Text(kit.vault_name, "body", strong=True), 1)
        head.addWidget(Text(made, "caption", "tertiary"))
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(head)
        left.addWidget(self.words)
        left.addStretch(1)
        number = translate("KitCard", "Kit {number}").format(number=kit.number)
        about = translate("KitCard", "The square holds this number only, never the words.")
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(KitCode(theme, kit.number))
        right.addSpacing(6)
        right.addWidget(Text(number, "body", strong=True))
        caption = Text(about, "caption", "tertiary", wrap=True)
        caption.setFixedWidth(ASIDE)
        right.addWidget(caption)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, TOP, SIDE, TOP)
        row.setSpacing(GAP)
        row.addLayout(left, 1)
        row.addLayout(right)
