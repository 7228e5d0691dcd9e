"""The stage before the desk: one page at a time, each built when it is first shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.locked.locked_page import LockedPage, LockedStep


class LockedStage(QStackedWidget):
    """First run, unlock, Recovery Kit or standing; `opened` when the page in front is done."""

    opened = Signal()

    def __init__(self, pages: Mapping[LockedStep, Callable[[], LockedPage]]) -> None:
        super().__init__()
        self.setObjectName("locked")
        self._makers = pages
        self._pages: dict[LockedStep, LockedPage] = {}

    @property
    def page(self) -> LockedPage:
        """The page in front."""
        page = self.currentWidget()
        if isinstance(page, LockedPage):
            return page
        raise LookupError("no page is in front yet")

    @property
    def step(self) -> LockedStep | None:
        """Which page is in front."""
        front = self.currentWidget()
        return next((step for step, page in self._pages.items() if page is front), None)

    @property
    def at_work(self) -> bool:
        """Whether a lock by itself would undo what the page in front is making."""
        return bool(getattr(self.currentWidget(), "at_work", False))

    def focus_first(self) -> None:
        """Gives the keyboard to the page in front, whichever that is by then."""
        self.page.focus_first()

    def regions(self) -> tuple[QWidget, ...]:
        """What F6 walks through."""
        return (self,)

    def show_step(self, step: LockedStep) -> None:
        """Brings a page to the front and lets it begin."""
        if step not in self._pages:
            self._pages[step] = self._made(step)
        page = self._pages[step]
        self.setCurrentWidget(page)
        page.arrive()
        page.focus_first()

    def _made(self, step: LockedStep) -> LockedPage:
        page = self._makers[step]()
        page.opened.connect(self.opened)
        page.leads_to.connect(self.show_step)
        self.addWidget(page)
        return page
