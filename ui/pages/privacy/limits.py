"""What Underrose can't do: said beside what it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.divider import Divider
from ui.widgets.section_head import SectionHead
from ui.widgets.text import Text

WIDTH = 268  # logical pixels


class Limits(QWidget):
    """A short list, and the way to the whole page about it."""

    def __init__(self, theme: Theme) -> None:
        """Say it."""
        super().__init__()
        self.more = Button(
            theme, translate("Privacy", "What is protected, and what isn’t"), ButtonKind.LINK
        )
        self.more.setObjectName("privacy.more")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHead(theme, translate("Privacy", "What Underrose can’t do")))
        for at, (who, what) in enumerate(_limits()):
            if at:
                column.addWidget(Divider())
            words = QVBoxLayout()
            words.setContentsMargins(0, 8, 0, 10)
            words.setSpacing(0)
            words.addWidget(Text(who, "small", strong=True, wrap=True))
            words.addWidget(Text(what, "small", "secondary", wrap=True))
            column.addLayout(words)
        column.addSpacing(4)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


def _limits() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Privacy", "Someone at your open laptop"),
            translate("Privacy", "can read what is on the screen. Lock it when you get up: F12."),
        ),
        (
            translate("Privacy", "Harmful software under your login"),
            translate("Privacy", "can read what you read while the vault is open."),
        ),
        (
            translate("Privacy", "A court order"),
            translate("Privacy", "may require your notes. Check that your agreement says so."),
        ),
        (
            translate("Privacy", "A forgotten passphrase and a lost kit"),
            translate(
                "Privacy", "mean that the notes are gone. Nobody can open them, not even us."
            ),
        ),
        (
            translate("Privacy", "Old backups and copies"),
            translate("Privacy", "still hold what you have since changed, until you delete them."),
        ),
    )
