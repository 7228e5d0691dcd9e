"""The dialog in which a client is added or changed."""

from PySide6.QtWidgets import QWidget

from app.core.ids import ClientId
from app.records.clients.record import ClientDetails
from ui.messages import message_for
from ui.pages.client.details import knows_working_with, refusals
from ui.pages.client.details_form import DetailsForm
from ui.pages.client.details_model import DetailsModel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.small_print import SmallPrint

ADD = ("name", "pronouns", "role")
EDIT = (*ADD, "goals", "needs", "prefers", "avoid", "if_not_working", "contact")


class DetailsDialog(Dialog):
    """Says at the field what can't be kept. Esc closes it and keeps what was typed."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        model: DetailsModel,
        client: ClientId | None,
        details: ClientDetails,
    ) -> None:
        """Change `client`, or add one when it is None."""
        adding = client is None
        title = translate("Client", "Add a client") if adding else translate("Client", "Details")
        super().__init__(window, theme, title, width=440 if adding else 560)
        prefix, shown = ("add_client", ADD) if adding else ("edit_client", EDIT)
        self.setObjectName(prefix)
        self.client = client
        self._model = model
        self._before = details
        self._form = DetailsForm(theme, prefix, shown)
        earlier = model.typed(client)
        self._form.show_details(earlier or details)
        self._print = SmallPrint(theme)
        if earlier is not None:
            self._print.say(translate("Client", "You typed this earlier. It isn’t saved yet."))
        self.body.addWidget(self._form)
        self.body.addWidget(self._print)
        self._add_buttons(theme, prefix, adding=adding)
        model.refused.connect(self._after_refusal)

    def focus_first(self) -> None:
        empty = self.client is not None and not knows_working_with(self._form.details())
        self._form.focus_on("goals" if empty else "name")

    def typed(self) -> ClientDetails | None:
        """What was typed and isn't saved, None when nothing was changed."""
        details = self._form.details()
        return None if details == self._before else details

    def finish(self) -> None:
        """Close and let go of what was typed: it is saved, or not wanted."""
        self._before = self._form.details()
        self._model.forget(self.client)
        self.dismiss()

    def dismiss(self) -> None:
        typed = self.typed()
        if typed is not None:
            self._model.keep(self.client, typed)
        super().dismiss()

    def _add_buttons(self, theme: Theme, prefix: str, *, adding: bool) -> None:
        cancel = self.add_button(Button(theme, translate("Client", "Cancel")))
        cancel.setObjectName(f"{prefix}.cancel")
        cancel.clicked.connect(self.finish)
        words = translate("Client", "Add") if adding else translate("Client", "Save")
        self._save = self.add_button(Button(theme, words, ButtonKind.MAIN), default=True)
        self._save.setObjectName(f"{prefix}.{'add' if adding else 'save'}")
        self._save.clicked.connect(self._try)

    def _try(self) -> None:
        details = self._form.details()
        refused = refusals(details)
        self._form.show_refusals(refused)
        if not refused:
            self._save.setEnabled(False)
            self._model.save(self.client, details)

    def _after_refusal(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self._print.say(message_for(error).text, "brick", "circle-alert")
