"""One place that backups go to: its name, whether it is here, and the way to remove it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.backups.state import PlaceLine
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.icon_view import IconView
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text
from ui.words.backup_places import named_place, place_name

PADDING = (18, 10, 12, 10)


class PlaceRow(QWidget):
    """In a card with the others."""

    removed = Signal(str)  # the folder
    chosen = Signal(str)  # the folder

    def __init__(self, theme: Theme, line: PlaceLine, number: int, *, may_choose: bool) -> None:
        """Show `line`; `number` counts the rows from 0, for the object names.

        With `may_choose` a backup can be asked for here now, where there is a choice.
        """
        super().__init__()
        name = place_name(line.place)
        icon = "hard-drive" if line.place.is_drive else "folder-open"
        remove = Button(
            theme,
            translate("Backups", "Remove"),
            ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        remove.setObjectName(f"backups.remove_place.{number}")
        remove.setAccessibleName(translate("Backups", "Remove {place}").format(place=name))
        remove.clicked.connect(lambda: self.removed.emit(line.place.folder))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(name, "small", strong=True, wrap=True))
        words.addWidget(Text(line.place.folder, "caption", "tertiary", wrap=True))
        said = notes(line)
        for text, tone, sign in said:
            words.addWidget(SmallPrint(theme, text, tone, sign))
        self.buttons = [remove]
        self.setAccessibleName(". ".join((name, *(text for text, _, _ in said))))
        row = QHBoxLayout(self)
        row.setContentsMargins(*PADDING)
        row.setSpacing(12)
        row.addWidget(IconView(theme, icon, "ink.secondary", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if may_choose and (line.can_be_chosen or (line.here and line.same_disk)):
            choice = self._choice(theme, line, number)
            self.buttons.insert(0, choice)
            row.addWidget(choice, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignVCenter)

    def _choice(self, theme: Theme, line: PlaceLine, number: int) -> Button:
        here = Button(
            theme,
            translate("Backups", "Back up here"),
            ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        here.setObjectName(f"backups.back_up_here.{number}")
        here.setAccessibleName(
            translate("Backups", "Back up to {place} now").format(place=named_place(line.place))
        )
        here.clicked.connect(lambda: self.chosen.emit(line.place.folder))
        return here


def notes(line: PlaceLine) -> tuple[tuple[str, str, str], ...]:
    """What is to be known of a place: words, tone and icon of each line."""
    said: list[tuple[str, str, str]] = []
    if line.missing:
        said.append((translate("Backups", "This folder isn’t there any more"), "ochre", "circle-x"))
    elif line.here is False:
        said.append((translate("Backups", "Isn’t here. Underrose waits for it"), "ochre", "clock"))
    elif line.here and line.last:
        last = translate("Backups", "Here. Last used {when}").format(when=line.last)
        said.append((last, "leaf", "check"))
    elif line.here:
        said.append((translate("Backups", "Here. Not used yet"), "leaf", "check"))
    if line.full:
        passed = translate("Backups", "Has no room, or can’t be written to")
        said.append((passed, "ochre", "triangle-alert"))
    if line.same_disk:
        same = translate(
            "Backups",
            "On the same disk as your vault: it won’t help if this laptop is lost",
        )
        said.append((same, "ochre", "triangle-alert"))
    return tuple(said)
