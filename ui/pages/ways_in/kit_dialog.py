"""A new Recovery Kit: the question, the words, the check, and only then is it in use."""

from PySide6.QtWidgets import QWidget

from ui.pages.ways_in.new_kit_dialog import WIDTH, NewKitDialog
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.new_kit import NewKit
from ui.ways_in.request import Request
from ui.ways_in.rewrap_model import Rewrapping
from ui.ways_in.rewrap_note import RewrapNote
from ui.ways_in.ways_model import WaysModel


class KitDialog(NewKitDialog):
    """Until the three words are right, the kit of now stays in use."""

    def __init__(self, window: QWidget, theme: Theme, model: WaysModel) -> None:
        super().__init__(
            window,
            theme,
            model,
            translate("KitDialog", "Make a new kit?"),
            translate(
                "KitDialog",
                "Put the drives with your backups in first: those that are here come under the new "
                "kit at once, the others when their drive is in. The old sheet stops working for "
                "this vault, but opens those until then, and any copy made before.",
            ),
            translate("KitDialog", "Make a new kit"),
            named="new_kit",
            cancel=translate("KitDialog", "Keep the old one"),
            width=WIDTH,
        )

    def introduce(self, kit: NewKit) -> str:
        title = translate("KitDialog", "Your new Recovery Kit, number {number}")
        self.set_title(title.format(number=kit.shown.number))
        self.about.setText(
            translate(
                "KitDialog",
                "Write the words down or print them. The old sheet works until you have shown "
                "that this one is kept.",
            )
        )
        return translate("KitDialog", "I have kept it")

    def act_on(self, kit: NewKit) -> Request:
        return self.model.finish_kit(kit)

    def has_done(self, made: object) -> None:
        if self._kit is not None and isinstance(made, Rewrapping):
            self._show_backups(made, self._kit)
            return
        super().has_done(made)
        if self._kit is not None and not isinstance(made, NewKit):
            said = translate("KitDialog", "Kit {number} is in force. Destroy the old sheet.")
            self.tell(said.format(number=self._kit.shown.number))

    def _show_backups(self, rewrapping: Rewrapping, kit: NewKit) -> None:
        """The last page: which backups the new words open."""
        title = translate("KitDialog", "Kit {number} is in force")
        self.set_title(title.format(number=kit.shown.number))
        self.about.setText(
            translate("KitDialog", "Its words open this vault, and the old ones open it no longer.")
        )
        self.put_kit_away()
        note = RewrapNote(self._theme, self.model.rewrap)
        self.body.addWidget(note)
        note.begin(rewrapping)
        self.model.rewrap.ended.connect(self.place)
        self.end_with(translate("KitDialog", "Done"))
        self.place()
        self.model.rewrap.carry_out(rewrapping)
