"""The section of the ways into the vault: which there are, and what can be done about them."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.commands.registry import Registry
from ui.pages.settings.way_row import WayRow
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.ways_model import WaysModel
from ui.ways_in.ways_state import Ways
from ui.widgets.button import Button, ButtonKind
from ui.widgets.divider import Divider
from ui.widgets.section_head import SectionHead
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

WIDTH = 680  # logical pixels at 100 % text
ROOM = 896  # what the smallest window has for it


class VaultSection(QWidget):
    """Each button does what a command does; nothing is changed here."""

    remove_asked = Signal(object)  # UUID

    def __init__(self, theme: Theme, model: WaysModel, registry: Registry) -> None:
        """Show the ways in of `model`."""
        super().__init__()
        self._theme, self._model, self._registry = theme, model, registry
        self._buttons: dict[str, Button] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._gone = SmallPrint(theme)
        self._made_up = Text(
            translate(
                "Vault",
                "This practice is made up, and nothing in it has to be protected. Here you would "
                "see how your own vault opens, change its passphrase, and make a new Recovery Kit.",
            ),
            wrap=True,
        )
        self._real = QWidget()
        self._lay_out()
        model.changed.connect(self.show_ways)
        registry.refreshed.connect(self._allow)
        theme.changed.connect(self._fit)
        self._fit()
        self.show_ways(model.ways)

    def load(self) -> None:
        """Reads the vault, and looks at this computer."""
        self._model.look()

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done."""
        usable = (button for button in self._buttons.values() if button.isEnabled())
        next(usable, self).setFocus()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._made_up)
        whole.addWidget(self._real)
        column = QVBoxLayout(self._real)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHead(self._theme, translate("Vault", "Ways in")))
        column.addLayout(self._rows)
        column.addWidget(self._gone)
        column.addLayout(
            self._row(
                ("change_passphrase", translate("Vault", "Change the passphrase")),
                ("change_opening", translate("Vault", "Change how it opens here")),
                ("add_way", translate("Vault", "Add a way in")),
                ("put_back", translate("Vault", "Put this computer’s half back")),
            )
        )
        self._begin_part(
            column,
            translate("Vault", "Recovery Kit"),
            translate(
                "Vault",
                "The 24 words open the vault when nothing else does. Prove now and then that the "
                "paper can be read. Backups open with these words too, never with the vault’s "
                "passphrase or the password store.",
            ),
        )
        rehearse = ("rehearse", translate("Vault", "Prove your Recovery Kit"))
        new_kit = ("new_kit", translate("Vault", "New Recovery Kit"))
        column.addLayout(self._row(rehearse, new_kit))
        self._begin_part(
            column,
            translate("Vault", "If somebody may have your key"),
            translate(
                "Vault",
                "A stolen laptop, a lost sheet, a passphrase that was seen: the whole vault can be "
                "encrypted again under a new key.",
            ),
        )
        new_key = ("new_key", translate("Vault", "Someone may have my key"))
        column.addLayout(self._row(new_key, kind=ButtonKind.REMOVING))

    def _begin_part(self, column: QVBoxLayout, head: str, about: str) -> None:
        column.addSpacing(12)
        column.addWidget(Divider())
        column.addSpacing(4)
        column.addWidget(SectionHead(self._theme, head))
        column.addWidget(Text(about, "small", "secondary", wrap=True))

    def _row(self, *commands: tuple[str, str], kind: ButtonKind = ButtonKind.PLAIN) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, text in commands:
            button = Button(self._theme, text, kind)
            button.setObjectName(f"settings.vault.{name}")
            button.clicked.connect(self._registry.action(f"vault.{name}").trigger)
            self._buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def show_ways(self, ways: Ways) -> None:
        """Show which ways in there are."""
        self._made_up.setVisible(ways.made_up)
        self._real.setVisible(not ways.made_up)
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        proven = ways.kit.rehearsed if ways.kit is not None else None
        for at, way in enumerate(ways.ways):
            row = WayRow(
                self._theme,
                way,
                ways.where(way),
                proven,
                first=at == 0,
                removable=ways.may_change and ways.removable(way),
            )
            if row.remove is not None:
                row.remove.clicked.connect(lambda _=False, id=way.id: self._ask(id))
            self._rows.addWidget(row)
        gone = translate(
            "Vault", "{store} holds no part of the key for this computer. It can be put back."
        ).format(store=ways.store_name)
        self._gone.say(gone if ways.half_is_gone else "", "ochre", "triangle-alert")
        self._allow()

    def _allow(self) -> None:
        for name, button in self._buttons.items():
            enabled = self._registry.is_enabled(f"vault.{name}")
            button.set_available(enabled, _why_not(name, self._model.ways))
        self._buttons["put_back"].setVisible(self._registry.is_enabled("vault.put_back"))

    def _ask(self, id: UUID) -> None:
        self.remove_asked.emit(id)

    def _fit(self) -> None:
        self.setFixedWidth(min(self._theme.tokens.scaled(WIDTH), ROOM))


def _why_not(name: str, ways: Ways) -> str:
    if not ways.may_change:
        return translate("Vault", "The vault can only be read.")
    if name == "change_passphrase":
        return translate("Vault", "This vault opens here without a passphrase.")
    return translate("Vault", "Every way in that this computer has is there.")
