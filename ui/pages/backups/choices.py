"""How backups are made: by themselves or not, and which of them are kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.backups.state import State
from ui.pages.backups.summary_words import why_none
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.section_head import SectionHead
from ui.widgets.switch import Switch
from ui.widgets.text import Text


class Choices(QWidget):
    """Each takes effect at once."""

    automatic = Signal(bool)
    yearly = Signal(bool)
    passphrase_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show what a plan has before it is changed."""
        super().__init__()
        self._automatic = _switch(
            theme, "automatic", translate("Backups", "By itself whenever the drive is in")
        )
        self._yearly = _switch(theme, "yearly", translate("Backups", "Keep one of each year"))
        self._automatic.clicked.connect(self.automatic)
        self._yearly.clicked.connect(self.yearly)
        self.passphrase = Button(
            theme,
            translate("Backups", "Back up once with a passphrase of its own…"),
            ButtonKind.LINK,
            icon="key-round",
        )
        self.passphrase.setObjectName("backups.with_passphrase")
        self.passphrase.clicked.connect(self.passphrase_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(SectionHead(theme, translate("Backups", "How they are made and kept")))
        column.addWidget(self._automatic)
        column.addWidget(
            _about(
                translate(
                    "Backups",
                    "Once a day while the vault is unlocked, and never while a session runs.",
                )
            )
        )
        column.addSpacing(8)
        column.addWidget(self._yearly)
        column.addWidget(
            _about(
                translate(
                    "Backups",
                    "Each place keeps the last 7, and one for each of the last 4 weeks and 12 "
                    "months. With this, one for each year, too.",
                )
            )
        )
        column.addSpacing(12)
        column.addWidget(Text(_opens_by(), "small", "secondary", wrap=True))
        column.addWidget(self.passphrase, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: State) -> None:
        """Show what is chosen, without telling anybody."""
        why_not = why_none(state)
        self.passphrase.set_available(not why_not, why_not)
        if state.plan is not None:
            self._automatic.setChecked(state.plan.automatic)
            self._yearly.setChecked(state.plan.keep_yearly)


def _switch(theme: Theme, name: str, text: str) -> Switch:
    switch = Switch(theme, text)
    switch.setObjectName(f"backups.{name}")
    return switch


def _about(text: str) -> Text:
    return Text(text, "caption", "tertiary", wrap=True)


def _opens_by() -> str:
    return translate(
        "Backups",
        "A backup opens with the Recovery Kit’s words, or with a passphrase added to it on "
        "purpose. It never opens with this computer’s password store or the vault’s passphrase.",
    )
