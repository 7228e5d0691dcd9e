"""The frame of an export: at the left one part after another, at the right the pages."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.pages.record.preview import PagePreview
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.scrim import IN_DIALOGS, OVER_DIALOGS, Scrim
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

_WIDTH = 980
_HEIGHT = 696
_EDGE = 24


class ExportFrame(Scrim):
    """As large as the window allows; the part scrolls, title, buttons and pages stay."""

    passes = (OVER_DIALOGS, IN_DIALOGS)

    def __init__(self, window: QWidget, theme: Theme, title: str) -> None:
        """Lay out the frame without a part."""
        super().__init__(window, theme)
        self.setObjectName("export")
        self.setAccessibleName(title)
        self.panel.setAccessibleName(title)
        self.subtitle = Text("", "small", "secondary", wrap=True)
        self.print = SmallPrint(theme)
        self.preview = PagePreview(theme)
        self.cancel = Button(theme, translate("ExportDialog", "Cancel"))
        self.cancel.setObjectName("export.cancel")
        self.main = Button(theme, translate("ExportDialog", "Export"), ButtonKind.MAIN)
        self.main.setObjectName("export.export")
        self._part = QScrollArea()
        self._part.setFrameShape(QFrame.Shape.NoFrame)
        self._part.setWidgetResizable(True)
        self._part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._part.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out(title)

    def put(self, part: QWidget) -> None:
        """Show `part` instead of the one before, and put the focus on its first field."""
        part.setProperty("kind", "scrolled")
        self._part.setWidget(part)
        part.setFocus()

    def panel_rect(self, room: QRect) -> QRect:
        scaled = self._theme.tokens.scaled
        width = min(scaled(_WIDTH), room.width() - 2 * _EDGE)
        height = min(scaled(_HEIGHT), room.height() - 2 * _EDGE)
        rect = QRect(0, 0, width, height)
        rect.moveCenter(room.center())
        return rect

    def focus_first(self) -> None:
        self.cancel.setFocus()

    def _focusable(self) -> list[QWidget]:
        """What goes on comes right after the fields, and before what gives up."""
        stops = super()._focusable()
        if self.main in stops and self.cancel in stops:
            stops.remove(self.main)
            stops.insert(stops.index(self.cancel), self.main)
        return stops

    def _lay_out(self, title: str) -> None:
        space = self._theme.tokens.space
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.main)
        left = QVBoxLayout()
        left.setContentsMargins(space(7), space(6), space(7), space(5))
        left.setSpacing(0)
        left.addWidget(Text(title, "titleSmall", wrap=True))
        left.addWidget(self.subtitle)
        left.addSpacing(space(3))
        left.addWidget(self._part, 1)
        left.addSpacing(space(2))
        left.addWidget(self.print)
        left.addSpacing(space(2))
        left.addLayout(buttons)
        row = QHBoxLayout(self.panel)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.preview)
