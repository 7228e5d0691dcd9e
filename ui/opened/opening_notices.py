"""Says below the menu bar how the vault stood when it was opened."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.clock import SystemClock
from ui.opened.how_it_opened import HowItOpened, Remark, Weight, remarks
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.chip import Tone
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.toast import show_toast

MARGIN = 8
SETTLED = 1_000  # milliseconds


class OpeningNotices(QWidget):
    """One bar a remark; what passes by itself is a toast, which moves nothing."""

    def __init__(self, theme: Theme, in_session: Callable[[], bool]) -> None:
        """`in_session` tells whether a session is in front, where no toast belongs."""
        super().__init__()
        self.setObjectName("opening_notices")
        self._theme = theme
        self._in_session = in_session
        self._passing = ""
        self._settled = QTimer(self)  # by then the coach is back where they were
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self._show_passing)
        self._bars: list[NoticeBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_opening(self, opened: HowItOpened, sync_service: str | None) -> None:
        """Says what there is to say, if anything."""
        for remark in remarks(opened, sync_service, SystemClock().now().day):
            if remark.weight is Weight.PASSES:
                self._passing = remark.text
                self._settled.start()
            else:
                self._add(remark)

    def _show_passing(self) -> None:
        if not self._in_session():
            show_toast(self.window(), self._theme, self._passing)

    def _add(self, remark: Remark) -> None:
        stays = remark.weight is Weight.STAYS
        bar = NoticeBar(
            self._theme,
            remark.text,
            Tone.LEAF if remark.fine else Tone.OCHRE,
            action="" if stays else translate("OpeningNotices", "Close"),
        )
        bar.button.setObjectName("opening_notice.away")
        bar.button.clicked.connect(partial(self._put_away, bar))
        self._bars.append(bar)
        self._column.addWidget(bar)
        self.show()
        bar.tell()

    def _put_away(self, bar: NoticeBar) -> None:
        self._bars.remove(bar)
        self._column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))
