"""A document of blocks on sheets, with its foot: painted as PDF, on a printer, or as images."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from ui.paper.blocks import Block
from ui.paper.pieces import Page, page_of, paginate
from ui.paper.styles import BOTTOM, FOOT, RULE, SIDE, TOP, PaperSize
from ui.paper.typesetting import UNITS, Typesetter
from ui.theme.tokens import Tokens, load_tokens

_FOOT_LINES = 2
_FOOT_PADDING = 6.75
_FOOT_GAP = 12.0
_POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Known:
    """What the text may say about its own pages; all empty while they are not laid out.

    `page_of` an anchor counts from 1; `lost_letters` says that some letter had no font.
    """

    page_of: Mapping[str, int] = field(default_factory=dict[str, int])
    pages: int = 0
    lost_letters: bool = False


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of a page: up to two lines at the left, one at the right."""

    left: tuple[str, ...]
    right: str


class PaintedDocument:
    """Laid-out pages; painting them is the same whatever they are painted on."""

    def __init__(
        self,
        size: PaperSize,
        setter: Typesetter,
        pages: tuple[Page, ...],
        feet: Sequence[Foot],
    ) -> None:
        self._size = size
        self._setter = setter
        self._pages = pages
        self._feet = feet

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def proportion(self) -> float:
        """A page's height divided by its width."""
        return self._size.height / self._size.width

    @property
    def body_height(self) -> float:
        """How far down, in units, a page's pieces may reach."""
        return _body_height(self._size)

    def page(self, number: int) -> Page:
        """What stands on page `number`, from 1, above its foot."""
        return self._pages[number - 1]

    def image(self, page: int, width_px: int, ratio: float = 1.0) -> QImage:
        """Page `page`, from 1, `width_px` logical pixels wide, at the screen's pixel `ratio`."""
        width = round(width_px * ratio)
        scale = width / (self._size.width * UNITS)
        height = round(self._size.height * UNITS * scale)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(self._setter.color("bg.surface"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        self._paint(painter, page)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image

    def pdf(self, title: str) -> bytes:
        """The pages as a plain PDF with embedded fonts; nothing is written to disk."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_POINTS_PER_INCH * UNITS)
        writer.setTitle(title)
        self.print_on(writer)
        return bytes(buffer.data().data())

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Paints every page on a PDF writer or printer, on sheets of the document's size."""
        size = QPageSize(QSizeF(self._size.width, self._size.height), QPageSize.Unit.Point)
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
        layout.setMode(QPageLayout.Mode.FullPageMode)
        device.setPageLayout(layout)
        painter = QPainter(device)
        scale = device.logicalDpiX() / (_POINTS_PER_INCH * UNITS)
        for number in range(1, self.count + 1):
            if number > 1:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            self._paint(painter, number)
            painter.restore()
        painter.end()

    def _paint(self, painter: QPainter, number: int) -> None:
        for placed in self.page(number):
            placed.piece.draw(painter, SIDE * UNITS, TOP * UNITS + placed.y)
        self._paint_foot(painter, self._feet[number - 1])

    def _paint_foot(self, painter: QPainter, foot: Foot) -> None:
        left, width = SIDE * UNITS, _body_width(self._size)
        top = (self._size.height - BOTTOM - _FOOT_LINES * FOOT.line) * UNITS
        level = top - _FOOT_PADDING * UNITS
        painter.setPen(QPen(self._setter.color("line.strong"), RULE * UNITS))
        painter.drawLine(QLineF(left, level, left + width, level))
        right = self._setter.lines(foot.right, FOOT, width, Qt.AlignmentFlag.AlignRight)[0]
        right.draw(painter, left, top)
        for at, text in enumerate(foot.left):
            line = self._setter.lines(text, FOOT, width)[0]
            line.draw(painter, left, top + at * line.height)


def lay_out(
    size: PaperSize,
    blocks: Callable[[Known], Sequence[Block]],
    foot: Callable[[int, Known], Foot],
) -> PaintedDocument:
    """Sets what `blocks` says; asked twice, so that the text can tell where its parts are.

    `foot` is given the page's number, from 1.
    """
    setter = Typesetter(Tokens(load_tokens()))
    height = _body_height(size)
    known = Known()
    pages: tuple[Page, ...] = ()
    for _ in range(2):
        pieces = [
            piece
            for block in blocks(known)
            for piece in block.pieces(setter, _body_width(size), height)
        ]
        pages = paginate(pieces, height)
        known = Known(page_of(pages), len(pages), setter.lost_letters)
    feet = [foot(number, known) for number in range(1, len(pages) + 1)]
    return PaintedDocument(size, setter, pages, feet)


def _body_width(size: PaperSize) -> float:
    return (size.width - 2 * SIDE) * UNITS


def _body_height(size: PaperSize) -> float:
    foot = BOTTOM + _FOOT_LINES * FOOT.line + _FOOT_PADDING + _FOOT_GAP
    return (size.height - TOP - foot) * UNITS
