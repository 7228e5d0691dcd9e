"""One way into the vault: what it is, what it means, whose it is, and a way to be rid of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.clock import Moment
from app.workflows.ways_in.way_in import WayIn
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.way_words import ICONS, way_name, what_it_means, where_it_is
from ui.ways_in.ways_state import Where
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.chip import Chip, Tone
from ui.widgets.divider import Divider
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text


class WayRow(QWidget):
    """`remove` is None where it has to stay."""

    def __init__(
        self,
        theme: Theme,
        way: WayIn,
        where: Where,
        proven: Moment | None,
        *,
        first: bool,
        removable: bool,
    ) -> None:
        """Show `way`; `first` has no line above it."""
        super().__init__()
        name = way_name(way)
        self.setObjectName("settings.vault.way")
        self.setAccessibleName(name)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(_title(theme, name, where))
        words.addWidget(Text(what_it_means(way, proven), "small", "secondary", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(16)
        row.addWidget(IconView(theme, ICONS[way.kind], size=22))
        row.addLayout(words, 1)
        self.remove = _remove(theme, name) if removable else None
        if self.remove is not None:
            row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not first:
            column.addWidget(Divider())
        column.addLayout(row)


def _title(theme: Theme, name: str, where: Where) -> QHBoxLayout:
    title = QHBoxLayout()
    title.setSpacing(8)
    title.addWidget(Text(name, "body", strong=True))
    if where_it_is(where):
        tone = Tone.LEAF if where is Where.HERE else Tone.PLAIN
        chip = Chip(theme, where_it_is(where), tone)
        chip.setMinimumHeight(chip.sizeHint().height())
        title.addWidget(chip)
    title.addStretch(1)
    return title


def _remove(theme: Theme, name: str) -> Button:
    button = Button(
        theme,
        translate("WayRow", "Remove"),
        ButtonKind.QUIET,
        size=ButtonSize.SMALL,
        name=translate("WayRow", "Remove {name}").format(name=name),
    )
    button.setObjectName("settings.vault.remove")
    return button
