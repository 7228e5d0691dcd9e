"""Shows the pages of a paper, one at a time, painted by the code that prints them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.paper.document import PaintedDocument
from ui.theme import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.text import Text

PAGE = QSize(424, 600)


class PagePreview(QFrame):
    """One page, and the way to the others."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sunken")
        self._pages: PaintedDocument | None = None
        self._page = 1
        self._sheet = QLabel()
        self._sheet.setObjectName("export.preview")
        self._sheet.setProperty("kind", "sheet")
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet.setMinimumSize(PAGE.width() // 2, PAGE.height() // 2)
        self._sheet.setMaximumSize(PAGE)
        self._where = Text("", "small", "secondary")
        self._back = Button(
            theme, "", icon="chevron-left", name=translate("PagePreview", "Previous page")
        )
        self._on = Button(
            theme, "", icon="chevron-right", name=translate("PagePreview", "Next page")
        )
        self._back.setObjectName("export.previous_page")
        self._on.setObjectName("export.next_page")
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        row = QHBoxLayout()
        row.setSpacing(theme.tokens.space(3))
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._where)
        row.addWidget(self._on)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(self._sheet, 1, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)

    def show_pages(self, pages: PaintedDocument | None) -> None:
        """Shows the first page, or nothing yet."""
        self._pages = pages
        self._page = 1
        self._show()

    def _turn(self, by: int) -> None:
        if self._pages is not None and 1 <= self._page + by <= self._pages.count:
            self._page += by
            self._show()

    def _show(self) -> None:
        pages = self._pages
        self._back.setEnabled(pages is not None and self._page > 1)
        self._on.setEnabled(pages is not None and self._page < pages.count)
        if pages is None:
            self._sheet.setPixmap(QPixmap())
            self._where.setText("")
            return
        ratio = self.devicePixelRatioF()
        image = pages.image(self._page, PAGE.width() - 2, ratio)
        self._sheet.setPixmap(QPixmap.fromImage(image))
        words = translate("PagePreview", "Page {page} of {count}")
        self._where.setText(words.format(page=self._page, count=pages.count))
        self._sheet.setAccessibleName(self._where.text())
