"""The sidebar: whose vault it is, the way to everything, and the lock."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.commands.registry import Registry
from ui.places.navigation import Navigation
from ui.sidebar.find_box import FindBox
from ui.sidebar.made_up_mark import MadeUpMark
from ui.sidebar.sidebar_list import SidebarList
from ui.sidebar.sidebar_view_model import SidebarViewModel, State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonSize

SIDE = 12
WIDEST = 300  # logical pixels: beyond it, large text is cut off before pages have no room
LOGO = 22


class _VaultName(QWidget):
    """The rose, and the vault's name beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = ""
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.tokens.scaled(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.tokens.scaled(LOGO)
        left = (self.width() - side) // 2 if self._narrow else 8
        painter = QPainter(self)
        painter.drawPixmap(left, 2, self._theme.logo(side, self.devicePixelRatio()))
        if not self._narrow:
            font = self._theme.font("body", strong=True)
            room = QRectF(left + side + 10, 2, self.width() - left - side - 18, side)
            painter.setFont(font)
            painter.setPen(self._theme.tokens.color("ink.primary"))
            name = QFontMetrics(font).elidedText(
                self._name, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()


class Sidebar(QFrame):
    """224 logical pixels wide at 100 % text, or 56 with icons only."""

    measured = Signal()  # `wide` may be another

    def __init__(
        self, theme: Theme, model: SidebarViewModel, navigation: Navigation, registry: Registry
    ) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setProperty("kind", "chrome")
        self._theme = theme
        self._model = model
        self._narrow = False
        self._name = _VaultName(theme)
        self._find = FindBox(theme, registry.command("palette.open").keys[0])
        self.list = SidebarList(theme)
        self._lock = Button(theme, translate("Sidebar", "Lock"), size=ButtonSize.SMALL, icon="lock")
        self._lock.setObjectName("sidebar.lock")
        self._lock.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._made_up = MadeUpMark(theme, registry.action("vault.own"))
        self._find.clicked.connect(registry.action("palette.open").trigger)
        self._lock.clicked.connect(registry.action("app.lock").trigger)
        self.list.add.clicked.connect(registry.action("client.add").trigger)
        self.list.chosen.connect(navigation.go)
        navigation.arrived.connect(self.list.show_place)
        model.state_changed.connect(self._show)
        model.unread.connect(self._show_unread)
        self._lay_out()
        QWidget.setTabOrder(self._find, self.list)
        QWidget.setTabOrder(self.list, self._made_up)
        QWidget.setTabOrder(self._made_up, self._lock)
        self.setFocusProxy(self.list)
        theme.changed.connect(self._fit)
        self._show(model.state)
        self.set_narrow(False)

    @property
    def wide(self) -> int:
        """How wide it is with words, in logical pixels."""
        tokens = self._theme.tokens
        usual = tokens.size("sidebar")
        return max(usual, min(tokens.scaled(usual), WIDEST))

    def set_narrow(self, narrow: bool) -> None:
        """Shows icons only, or words too."""
        self._narrow = narrow
        self.setFixedWidth(self._theme.tokens.size("sidebarCollapsed") if narrow else self.wide)
        self._lock.setText("" if narrow else translate("Sidebar", "Lock"))
        self._lock.setToolTip(translate("Sidebar", "Lock") if narrow else "")
        for part in (self._name, self._find, self.list, self._made_up):
            part.set_narrow(narrow)

    def show_privacy_needs(self, count: int) -> None:
        """Says how many things in the privacy check-up need the coach."""
        self.list.show_privacy_needs(count)

    def show_backup_due(self, due: bool) -> None:
        """Says whether a backup is due."""
        self.list.show_backup_due(due)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.tokens.color("line.subtle"))
        right, foot = self.width() - 1, self._lock.y() - 11
        painter.drawLine(right, 0, right, self.height())
        painter.drawLine(SIDE, foot, right - SIDE, foot)
        painter.end()

    def _fit(self) -> None:
        self.set_narrow(self._narrow)
        self.measured.emit()

    def _show_unread(self, error: Exception | None) -> None:
        self._show(replace(self._model.state, unread=error is not None))

    def _show(self, state: State) -> None:
        self._name.show_name(state.vault_name)
        self.list.show_state(state)
        self._made_up.setVisible(bool(state.made_up_in))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 14, SIDE + 1, 10)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._find)
        column.addSpacing(12)
        column.addWidget(self.list, 1)
        column.addWidget(self._made_up)
        column.addSpacing(19)
        column.addWidget(self._lock)
