"""The section of this computer's settings: colours, text size, and when it locks by itself."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.settings.declared import AUTO_LOCK_MINUTES, TEXT_SCALE, THEME
from app.settings.device import DeviceSettings
from ui.theme.switcher import Theme, ThemeChoice
from ui.translation import translate
from ui.widgets.divider import Divider
from ui.widgets.segments import Segments
from ui.widgets.text import Text

WIDTH = 640  # logical pixels at 100 % text
ROOM = 896  # what the smallest window has for it
THEMES = (ThemeChoice.SYSTEM, ThemeChoice.LIGHT, ThemeChoice.DARK)


class GeneralSection(QWidget):
    """Each choice takes effect at once, and is kept on this computer."""

    def __init__(self, theme: Theme, device: DeviceSettings) -> None:
        """Show what is in force."""
        super().__init__()
        self._theme = theme
        self._device = device
        self._colours = self._segments(
            "theme",
            translate("Settings", "Colours"),
            translate("Settings", "As the system"),
            translate("Settings", "Light"),
            translate("Settings", "Dark"),
        )
        self._sizes = self._segments(
            "text_scale",
            translate("Settings", "Text size"),
            *(f"{round(scale * 100)} %" for scale in TEXT_SCALE.choices),
        )
        minutes = translate("Settings", "{minutes} min")
        self._locking = self._segments(
            "auto_lock",
            translate("Settings", "Lock by itself"),
            *(minutes.format(minutes=choice) for choice in AUTO_LOCK_MINUTES.choices),
        )
        self._lay_out()
        self._colours.chosen.connect(self._choose_colours)
        self._sizes.chosen.connect(self._choose_size)
        self._locking.chosen.connect(self._choose_locking)
        theme.changed.connect(self._show)
        self._show()

    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        self._colours.setFocus()

    def _segments(self, named: str, title: str, *choices: str) -> Segments:
        segments = Segments(self._theme, title, list(choices))
        segments.setObjectName(f"settings.{named}")
        return segments

    def _lay_out(self) -> None:
        after = translate(
            "Settings", "After so long without input. A running session is covered first."
        )
        colours = translate("Settings", "Light, dark, or as the system has it.")
        sizes = translate("Settings", "Ctrl + and Ctrl − change it anywhere.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_row(self._colours, colours))
        column.addWidget(Divider())
        column.addWidget(_row(self._sizes, sizes))
        column.addWidget(Divider())
        column.addWidget(_row(self._locking, after, below=True))

    def _choose_colours(self, index: int) -> None:
        self._device.put(THEME, THEMES[index].value)
        self._theme.set_choice(THEMES[index])

    def _choose_size(self, index: int) -> None:
        self._device.put(TEXT_SCALE, TEXT_SCALE.choices[index])
        self._theme.set_text_scale(TEXT_SCALE.choices[index])

    def _choose_locking(self, index: int) -> None:
        self._device.put(AUTO_LOCK_MINUTES, AUTO_LOCK_MINUTES.choices[index])

    def _show(self) -> None:
        """Follow what a command or the system changed."""
        self.setFixedWidth(min(self._theme.tokens.scaled(WIDTH), ROOM))
        self._colours.choose(THEMES.index(self._theme.choice))
        self._sizes.choose(TEXT_SCALE.choices.index(self._device.get(TEXT_SCALE)))
        minutes = self._device.get(AUTO_LOCK_MINUTES)
        self._locking.choose(AUTO_LOCK_MINUTES.choices.index(minutes))


def _row(choice: Segments, text: str, *, below: bool = False) -> QWidget:
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(choice.accessibleName(), "body", strong=True))
    words.addWidget(Text(text, "small", "secondary", wrap=True))
    row = QWidget()
    line = QVBoxLayout(row) if below else QHBoxLayout(row)
    line.setContentsMargins(0, 16, 0, 16)
    line.setSpacing(8 if below else 16)
    line.addLayout(words, 1)
    line.addWidget(choice)
    return row
