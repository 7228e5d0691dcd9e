"""The theme in force: follows the system or the coach, and applies itself to the application."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import font_for, register_fonts
from ui.theme.icons import IconCache
from ui.theme.palette import build_palette
from ui.theme.stylesheet import build_stylesheet
from ui.theme.tokens import Tokens, load_tokens


class ThemeChoice(StrEnum):
    """What the coach chose in Settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """The tokens in force, and icons and fonts made from them.

    `changed` is emitted after font, palette and stylesheet of the application were replaced; a
    widget that only paints needs no connection, since Qt repaints it anyway.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_scale: float = 1.0,
        *,
        still: bool = False,
    ) -> None:
        """Apply the theme to `app`; `still` means reduced motion."""
        super().__init__()
        self._app = app
        # Kept: chained off the application, the style hints object is already gone.
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._choice = choice
        self._text_scale = text_scale
        self._still = still
        self._icons = IconCache()
        register_fonts()
        app.setStyle("Fusion")
        self._hints.setColorScheme(SCHEMES[choice])
        self._tokens = self._resolve(Tokens(load_tokens()))
        self._apply()
        self._hints.colorSchemeChanged.connect(self._refresh)
        self._accessibility.contrastPreferenceChanged.connect(self._refresh)

    @property
    def tokens(self) -> Tokens:
        """The tokens in force."""
        return self._tokens

    @property
    def choice(self) -> ThemeChoice:
        """What the coach chose."""
        return self._choice

    def set_choice(self, choice: ThemeChoice) -> None:
        """Follow the system, or stay light or dark."""
        self._choice = choice
        # Also turns native title bars and file dialogs, where the platform can.
        self._hints.setColorScheme(SCHEMES[choice])
        self._refresh()

    def set_text_scale(self, scale: float) -> None:
        """Multiply type, controls and rows by `scale` (0.9, 1, 1.15, 1.3 or 1.5)."""
        self._text_scale = scale
        self._refresh()

    def set_still(self, still: bool) -> None:
        """Reduce motion: movements take no time and the spinner stands still."""
        self._still = still
        self._refresh()

    def icon(self, name: str, role: str = "ink.secondary", size: int = 18) -> QIcon:
        """Return the icon for a menu, an action or a native control.

        It keeps today's colours: ask again on `changed`.
        """
        icon = QIcon()
        for ratio in sorted({1.0, 2.0, self._app.devicePixelRatio()}):
            icon.addPixmap(self.pixmap(name, role, size, ratio))
            icon.addPixmap(self.pixmap(name, "ink.disabled", size, ratio), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, role: str, size: int, ratio: float) -> QPixmap:
        """Return an icon in the colour `role`, for painting at the device pixel `ratio`."""
        return self._icons.pixmap(name, self._tokens.color(role), size, ratio)

    def logo(self, size: int, ratio: float) -> QPixmap:
        """Return the app's rose, `size` logical pixels wide."""
        return self._icons.logo(size, ratio)

    def window_icon(self) -> QIcon:
        """Return the app's icon. Drawing it takes 2 ms: it is set after the first picture."""
        return self._icons.window_icon()

    def font(self, style: str, *, strong: bool = False) -> QFont:
        """Return the font of a step of the type scale; `strong` makes it semibold."""
        return font_for(self._tokens, style, strong=strong)

    def _refresh(self) -> None:
        resolved = self._resolve(self._tokens)
        if resolved != self._tokens:
            self._tokens = resolved
            self._apply()
            self.changed.emit()

    def _resolve(self, tokens: Tokens) -> Tokens:
        contrast = self._accessibility.contrastPreference()
        return Tokens(
            tokens.data,
            dark=self._is_dark(),
            text_scale=self._text_scale,
            high_contrast=contrast == Qt.ContrastPreference.HighContrast,
            still=self._still,
        )

    def _is_dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK

    def _apply(self) -> None:
        self._app.setFont(self.font("body"))
        self._app.setPalette(build_palette(self._tokens))
        self._app.setStyleSheet(build_stylesheet(self._tokens))
