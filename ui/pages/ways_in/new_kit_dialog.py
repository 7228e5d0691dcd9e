"""The frame of the dialogs that make a new Recovery Kit: who asks, the kit, and what follows."""

from ui.pages.ways_in.way_dialog import WayDialog
from ui.ways_in import kit_words
from ui.ways_in.kit_model import KitModel
from ui.ways_in.kit_panel import KitPanel
from ui.ways_in.new_kit import NewKit
from ui.ways_in.request import Request

WIDTH = 860


class NewKitDialog(WayDialog):
    """Nothing is changed before three words of the new kit were typed from its paper."""

    _kit: NewKit | None = None
    _shown: KitModel | None = None
    _panel: KitPanel | None = None

    def introduce(self, kit: NewKit) -> str:
        """Says what the kit is for, now that it is shown; the word on the main button."""
        raise NotImplementedError

    def act_on(self, kit: NewKit) -> Request:
        """Asks for what follows, once the kit is on paper."""
        raise NotImplementedError

    def why_not_show(self) -> str:
        """What is missing before the kit is made, beside the proof."""
        return ""

    def why_not(self) -> str:
        return self.why_not_show() if self._shown is None else kit_words.why_not(self._shown.state)

    def act(self) -> Request:
        if self._kit is None:
            return self.model.begin_kit(self.proof.secret())
        return self.act_on(self._kit)

    def has_done(self, made: object) -> None:
        if isinstance(made, NewKit):
            self._show_kit(made)
        else:
            super().has_done(made)

    def put_kit_away(self) -> None:
        """Takes the words off the screen: they are on paper by now."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def _show_kit(self, kit: NewKit) -> None:
        self._kit = kit
        self._shown = self.model.kit(kit)
        panel = self._panel = KitPanel(self._theme, self._shown, self.named)
        go_on = self.introduce(kit)
        self.body.insertWidget(1, panel)
        self._shown.state_changed.connect(self.allow)
        panel.submitted.connect(self.main.click)
        self.go_on_to(go_on)
        panel.focus_first()
        self.place()
