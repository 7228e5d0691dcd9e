"""What the Recovery Kit needs of the coach: a kit on paper, or a proof now and then."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.workflows.ways_in.way_in import KitNeed
from ui.commands.registry import Registry
from ui.pages.today.first_day import Step
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind


class KitStep(QWidget):
    """Quiet: it is on Today, never in a session, and goes when it is done."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._make = _button(theme, translate("Today", "Make a kit"), "today.make_kit")
        self._have = _button(
            theme, translate("Today", "I have it"), "today.have_kit", ButtonKind.QUIET
        )
        self._prove = _button(theme, translate("Today", "Prove it"), "today.prove_kit")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._have)
        row.addWidget(self._make)
        self._steps = {
            KitNeed.A_KIT: Step(
                theme,
                "scroll-text",
                translate("Today", "Keep a Recovery Kit"),
                translate(
                    "Today",
                    "No kit of this vault was checked on paper. Without one, a lost passphrase "
                    "or a dead laptop takes the notes with it.",
                ),
                both,
            ),
            KitNeed.REHEARSAL: Step(
                theme,
                "badge-check",
                translate("Today", "Prove your Recovery Kit"),
                translate(
                    "Today", "Three months have gone by. Type its words once, from the paper."
                ),
                self._prove,
            ),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for step in self._steps.values():
            column.addWidget(step)
        self.show_need(KitNeed.NOTHING)

    def connect_to(self, registry: Registry) -> None:
        """Lets the buttons do what the commands do."""
        self._make.clicked.connect(registry.action("vault.new_kit").trigger)
        for button in (self._have, self._prove):
            button.clicked.connect(registry.action("vault.rehearse").trigger)

    def show_need(self, need: KitNeed) -> None:
        """Show the step that is needed, if any."""
        for kind, step in self._steps.items():
            step.setVisible(kind is need)
        self.setVisible(need is not KitNeed.NOTHING)


def _button(theme: Theme, text: str, name: str, kind: ButtonKind = ButtonKind.PLAIN) -> Button:
    button = Button(theme, text, kind)
    button.setObjectName(name)
    return button
