"""Takes a way in away, after a question."""

from PySide6.QtWidgets import QWidget

from app.workflows.ways_in.way_in import WayIn
from ui.pages.ways_in.way_dialog import WayDialog
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.request import Request
from ui.ways_in.ways_model import WaysModel


class RemoveDialog(WayDialog):
    """Names what stops working, and what still would."""

    def __init__(
        self, window: QWidget, theme: Theme, model: WaysModel, way: WayIn, name: str
    ) -> None:
        self._way = way
        super().__init__(
            window,
            theme,
            model,
            translate("RemoveDialog", "Remove “{name}”?").format(name=name),
            translate(
                "RemoveDialog",
                "It no longer opens this vault. A copy of the vault from before still opens by "
                "it; only a new key ends that.",
            ),
            translate("RemoveDialog", "Remove it"),
            named="remove_way",
            cancel=translate("RemoveDialog", "Keep it"),
            removing=True,
        )

    def act(self) -> Request:
        return self.model.remove(self.proof.secret(), self._way.id)
