"""Bundled SVGs as pixmaps in a token's colour, sharp at the screen's pixel ratio."""

from PySide6.QtGui import QColor, QIcon, QPixmap

from resources.files import read_text
from ui.theme.svg import render

THIN_FROM = 17  # logical pixels: at and above, strokes are 1.75 instead of 2
WINDOW_ICON_SIZES = (16, 24, 32, 48, 64, 128)
FULL_ROSE_FROM = 32  # logical pixels: below, the simpler drawing


class IconCache:
    """Rendered icons by name, colour, size and pixel ratio."""

    def __init__(self) -> None:
        """Starts empty."""
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        """Return the Lucide icon `name`, `size` logical pixels wide. Raises ResourceMissing."""
        key = (name, color.name(QColor.NameFormat.HexArgb), size, ratio)
        if key not in self._pixmaps:
            svg = self._source(f"icons/{name}.svg").replace("currentColor", color.name())
            if size >= THIN_FROM:
                svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
            self._pixmaps[key] = render(svg, size, ratio)
        return self._pixmaps[key]

    def logo(self, size: int, ratio: float) -> QPixmap:
        """Return the app's rose in its own fixed colours."""
        key = ("logo", "", size, ratio)
        if key not in self._pixmaps:
            name = "icon.svg" if size >= FULL_ROSE_FROM else "icon-16.svg"
            self._pixmaps[key] = render(self._source(name), size, ratio)
        return self._pixmaps[key]

    def window_icon(self) -> QIcon:
        """Return the app's icon for window frames and task bars."""
        icon = QIcon()
        for size in WINDOW_ICON_SIZES:
            icon.addPixmap(self.logo(size, 1.0))
        return icon

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = read_text(name)
        return self._sources[name]
