"""The top of a page, which stays while the rest scrolls, and the frame of such a page."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.scroll_page import MAX_CONTENT, SIDE, ScrollPage


class PageHead(QWidget):
    """As wide as the content of the `ScrollPage` below; put title and buttons into `row`."""

    def __init__(self, *, top: int, bottom: int, gap: int = 8) -> None:
        """Leave `top` and `bottom` free, and `gap` between the parts, in logical pixels."""
        super().__init__()
        column = QWidget()
        column.setMaximumWidth(MAX_CONTENT)
        self.content = QVBoxLayout(column)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self.row = QHBoxLayout()
        self.row.setSpacing(gap)
        self.content.addLayout(self.row)
        self._around = QHBoxLayout(self)
        self._around.setSpacing(0)
        self._around.addWidget(column, 1000)
        self._around.addStretch(1)
        self.set_padding(top, bottom)

    def set_padding(self, top: int, bottom: int) -> None:
        """Change what is left free above and below."""
        self._around.setContentsMargins(SIDE, top, SIDE, bottom)


def fill_page(page: QWidget, head: PageHead, scroll: ScrollPage) -> None:
    """Lay `head` over `scroll`, so that both fill `page`."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(scroll, 1)
