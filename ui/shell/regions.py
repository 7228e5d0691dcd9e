"""F6: from one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.tab_stops import tab_stops


def focus_next(regions: Sequence[QWidget], step: int) -> None:
    """Puts the focus into the next visible region, `step` being 1 or -1."""
    there = [region for region in regions if region.isVisible() and _first_in(region) is not None]
    if not there:
        return
    focus = QApplication.focusWidget()
    now = next(
        (n for n, region in enumerate(there) if focus is not None and _holds(region, focus)),
        -1 if step > 0 else 0,
    )
    first = _first_in(there[(now + step) % len(there)])
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(region: QWidget, widget: QWidget) -> bool:
    return widget is region or region.isAncestorOf(widget)


def _first_in(region: QWidget) -> QWidget | None:
    if region.focusProxy() is not None:
        return region
    if region.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and region.isEnabled():
        return region
    return next(iter(tab_stops(region)), None)
