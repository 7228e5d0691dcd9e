"""Shows the pages of a paper, one at a time, painted by the code that prints them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonSize
from ui.widgets.text import Text

if TYPE_CHECKING:  # its imports (paper) come after the first paint
    from ui.paper.document import PaintedDocument

_WIDTH = 470
_PAGE = 424  # logical pixels wide where there is room for it
_LARGER = 2  # how much larger a page becomes to be read


class PagePreview(QWidget):
    """One page as large as there is room, larger on request, and the way to the others."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._pages: PaintedDocument | None = None
        self._page = 1
        self._zoomed = False
        self._sheet = _Sheet(theme)
        self._sheet.setObjectName("export.preview")
        self._words = Text("", "small", "tertiary", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._room = QScrollArea()
        self._room.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidget(self._sheet)
        self._where = Text("", "small", "secondary")
        self._back = self._button("chevron-left", translate("PagePreview", "Previous page"))
        self._on = self._button("chevron-right", translate("PagePreview", "Next page"))
        self._zoom = self._button("zoom-in", translate("PagePreview", "Larger"))
        self._back.setObjectName("export.previous_page")
        self._on.setObjectName("export.next_page")
        self._zoom.setObjectName("export.zoom")
        self._zoom.setCheckable(True)
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        self._zoom.toggled.connect(self._set_zoom)
        self._lay_out()
        self.say("")

    def say(self, words: str) -> None:
        """Shows these words instead of pages."""
        self._pages = None
        self._words.setText(words)
        self._show()

    def show_pages(self, pages: "PaintedDocument") -> None:
        """Shows pages, the one that was looked at before if there is such a one."""
        self._pages = pages
        self._page = min(self._page, pages.count)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        around = QRectF(self.rect())
        radius = tokens.radius("dialog") - 1  # within the panel's edge
        path = QPainterPath()
        path.addRoundedRect(around.adjusted(-2 * radius, 0, 0, 0), radius, radius)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(around)
        painter.fillPath(path, tokens.color("bg.sunken"))
        painter.fillRect(QRectF(0, 0, 1, around.height()), tokens.color("line.subtle"))
        painter.end()

    def _button(self, icon: str, name: str) -> Button:
        return Button(self._theme, "", icon=icon, name=name, size=ButtonSize.SMALL)

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH)
        space = self._theme.tokens.space
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addStretch(1)
        for part in (self._back, self._where, self._on, self._zoom):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        side = (_WIDTH - _PAGE) // 2
        column.setContentsMargins(side, space(5), side, space(5))
        column.setSpacing(space(3))
        column.addWidget(self._words, 1)
        column.addWidget(self._room, 1)
        column.addLayout(row)

    def _turn(self, by: int) -> None:
        self._page += by
        self._show()
        self._room.verticalScrollBar().setValue(0)

    def _set_zoom(self, zoomed: bool) -> None:
        self._zoomed = zoomed
        # Larger than its room, it is scrolled by the arrow keys too.
        policy = Qt.FocusPolicy.TabFocus if zoomed else Qt.FocusPolicy.NoFocus
        self._room.setFocusPolicy(policy)
        self._fit()

    def _show(self) -> None:
        pages = self._pages
        for part in (self._room, self._back, self._where, self._on, self._zoom):
            part.setVisible(pages is not None)
        self._words.setVisible(pages is None)
        if pages is None:
            return
        self._back.setEnabled(self._page > 1)
        self._on.setEnabled(self._page < pages.count)
        words = translate("PagePreview", "Page {page} of {count}")
        self._where.setText(words.format(page=self._page, count=pages.count))
        self._sheet.setAccessibleName(self._where.text())
        self._room.setAccessibleName(self._where.text())
        self._fit()

    def _fit(self) -> None:
        if self._pages is None:
            return
        height = self.height() - 2 * self._theme.tokens.space(5) - self._below()
        width = min(_PAGE, int(height / self._pages.proportion))
        self._sheet.show_page(self._pages, self._page, width * (_LARGER if self._zoomed else 1))

    def _below(self) -> int:
        return self._back.sizeHint().height() + self._theme.tokens.space(3)


class _Sheet(QWidget):
    """A page on paper, which stays white in the dark."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[PaintedDocument, int] | None = None
        self._image = QImage()

    def show_page(self, pages: "PaintedDocument", page: int, width: int) -> None:
        """Shows a page `width` logical pixels wide."""
        self._shown = pages, page
        self._image = QImage()
        self.resize(width, round(width * pages.proportion))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        pages, page = self._shown
        if self._image.isNull() or self._image.devicePixelRatio() != self.devicePixelRatioF():
            self._image = pages.image(page, self.width(), self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        painter.setPen(QPen(self._theme.tokens.color("line.strong"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
