"""A new Recovery Kit: the question, the words, the check, and only then is it in use."""

from PySide6.QtWidgets import QWidget

from ui.pages.ways_in.way_dialog import WayDialog
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import kit_words
from ui.ways_in.kit_model import KitModel
from ui.ways_in.kit_panel import KitPanel
from ui.ways_in.new_kit import NewKit
from ui.ways_in.request import Request
from ui.ways_in.ways_model import WaysModel

WIDTH = 860


class KitDialog(WayDialog):
    """Until the three words are right, the kit of now stays in use."""

    def __init__(self, window: QWidget, theme: Theme, model: WaysModel) -> None:
        self._kit: NewKit | None = None
        self._shown: KitModel | None = None
        super().__init__(
            window,
            theme,
            model,
            translate("KitDialog", "Make a new kit?"),
            translate(
                "KitDialog",
                "The old sheet stops working for this vault, but still opens older backups.",
            ),
            translate("KitDialog", "Make a new kit"),
            named="new_kit",
            cancel=translate("KitDialog", "Keep the old one"),
            width=WIDTH,
        )

    def why_not(self) -> str:
        return "" if self._shown is None else kit_words.why_not(self._shown.state)

    def act(self) -> Request:
        if self._kit is None:
            return self.model.begin_kit(self.proof.secret())
        return self.model.finish_kit(self._kit)

    def has_done(self, made: object) -> None:
        if isinstance(made, NewKit):
            self._show_kit(made)
        else:
            super().has_done(made)

    def _show_kit(self, kit: NewKit) -> None:
        self._kit = kit
        self._shown = self.model.kit(kit)
        panel = KitPanel(self._theme, self._shown, self.named)
        title = translate("KitDialog", "Your new Recovery Kit, number {number}")
        self.set_title(title.format(number=kit.shown.number))
        self.about.setText(
            translate(
                "KitDialog",
                "Write the words down or print them. The old sheet works until you have shown "
                "that this one is kept.",
            )
        )
        self.body.insertWidget(1, panel)
        self._shown.state_changed.connect(self.allow)
        panel.submitted.connect(self.main.click)
        self.go_on_to(translate("KitDialog", "I have kept it"))
        panel.focus_first()
        self.place()
