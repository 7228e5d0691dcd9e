"""The kit's number as a small QR code. It holds the number only, never a word."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.paper.recovery_kit import qr_modules
from ui.theme.switcher import Theme
from ui.theme.tokens import Tokens
from ui.translation import translate

MODULE = 3  # logical pixels a side
QUIET = 4  # modules of white around a code, as its standard asks


class KitCode(QWidget):
    """Painted from its modules."""

    def __init__(self, theme: Theme, kit_number: int) -> None:
        super().__init__()
        self._theme = theme
        self._modules = qr_modules(kit_number)
        name = translate("KitCode", "Kit {number} as a QR code").format(number=kit_number)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._theme.tokens.scaled(MODULE) * (len(self._modules) + 2 * QUIET)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.tokens.scaled(MODULE)
        paper = Tokens(self._theme.tokens.data)
        painter = QPainter(self)
        # Dark on light in a dark theme too: many readers know no other.
        painter.fillRect(self.rect(), paper.color("bg.surface"))
        for y, row in enumerate(self._modules):
            for x, is_dark in enumerate(row):
                if is_dark:
                    at = QRectF((x + QUIET) * side, (y + QUIET) * side, side, side)
                    painter.fillRect(at, paper.color("ink.primary"))
        painter.end()
