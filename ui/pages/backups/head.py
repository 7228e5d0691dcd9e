"""The head of the page: what a backup is."""

from PySide6.QtWidgets import QVBoxLayout

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.page_head import PageHead
from ui.widgets.page_title import PageTitle
from ui.widgets.text import Text


def fill_head(head: PageHead, theme: Theme) -> None:
    """Puts the title there, and a sentence below it."""
    about = translate(
        "Backups",
        "A backup is the whole vault in one encrypted file. On another computer it opens with the "
        "Recovery Kit.",
    )
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(PageTitle(theme, translate("Backups", "Backups")))
    words.addWidget(Text(about, "small", "secondary", wrap=True))
    head.row.addLayout(words, 1)
