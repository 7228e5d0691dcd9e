"""The bar above everything that says what went wrong, until it is put away."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crypto.errors import VaultDamaged
from ui.messages import At, message_for
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.chip import Tone
from ui.widgets.notice_bar import NoticeBar

MARGIN = 8


class DamageWays(NamedTuple):
    """What leads on from a damaged vault."""

    restore: Callable[[], None]
    save: Callable[[], None]
    look: Callable[[], None]  # where it is told what was found


class Notices(QWidget):
    """Shows one notice at a time; the latest counts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("notices")
        self._theme = theme
        self._bar: NoticeBar | None = None
        self._ways: DamageWays | None = None  # once damage was told
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        self.hide()

    def show_error(self, error: Exception) -> None:
        """Says what went wrong, and the way out."""
        if self._ways is not None and isinstance(error, VaultDamaged):
            self.show_damage(self._ways, error)  # what can't be read is what the check found
            return
        self._show(message_for(error).text)

    def show_damage(self, ways: DamageWays, error: Exception) -> None:
        """Says that a check found a fault, and leads on; what asks first leaves it here."""

        def go() -> None:
            self.clear()
            ways.look()

        self._ways = ways
        bar = self._show(message_for(error).text, translate("Notices", "See what was found"), go)
        bar.offer(translate("Notices", "Restore a backup"), ways.restore, "notice.restore")
        bar.offer(translate("Notices", "Save what can be read"), ways.save, "notice.save")

    def show_backup_failure(
        self, error: Exception, look: Callable[[], None], *, on_drive: bool
    ) -> None:
        """Says why a backup wasn't made; `look` leads to the page where it can be tried again."""

        def go() -> None:
            self.clear()
            look()

        message = message_for(error, at=At.DESK if on_drive else At.BACKING_UP_TO_FOLDER)
        self._show(message.text, translate("Notices", "See the backups"), go)

    def show_done(self, said: str) -> None:
        """Says what was done while nobody looked, where that is to be acted upon."""
        self._show(said, tone=Tone.LEAF)

    def show_other_cannot_save(self) -> None:
        """Says on the lock screen that the process before cannot save yet; why, it can't tell."""
        kept = translate(
            "Notices",
            "What you wrote last isn’t saved yet: the disk is full, or the vault’s folder is gone"
            " or can’t be written to. Your text is still here; Underrose tries again every 5"
            " seconds.",
        )
        self._show(kept)

    def show_reading_only(self) -> None:
        """Says why what was asked for isn’t done."""
        self._show(
            translate(
                "Notices",
                "That would be written into the vault, and it is open for reading only."
                " Nothing was changed.",
            )
        )

    def clear(self) -> None:
        """Puts the notice away."""
        if self._bar is not None:
            self._bar.deleteLater()
            self._bar = None
        self.hide()

    def _show(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        tone: Tone = Tone.BRICK,
    ) -> NoticeBar:
        self.clear()
        bar = self._bar = NoticeBar(
            self._theme,
            text,
            tone,
            action=action or translate("Notices", "Close"),
            on_action=on_action or self.clear,
        )
        bar.button.setObjectName("notice.away")
        self._column.addWidget(bar)
        self.show()
        bar.tell()
        return bar
