"""What every page of an unlocked vault is to the shell."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.commands.context import Context
from ui.places.navigation import Place


class Page(QWidget):
    """A page of an unlocked vault.

    How one is made (`ui/pages/clients/page.py`):

        class ClientsPage(Page):
            def __init__(self, theme: Theme, model: ClientsModel, navigation: Navigation) -> None:
                super().__init__()
                self.setObjectName("clients")
                ...
                model.state_changed.connect(self._show)

            def open_place(self, place: Place) -> None:
                self._model.load()

            def focus_first(self) -> None:
                self._list.setFocus()

    Its view model gets `jobs` and re-reads on `jobs.changed`. One import and one line in
    `ui/composition.py` put it on the desk:

        pages.add(PageId.CLIENTS, ClientsPage(theme, ClientsModel(jobs), navigation))

    `context` decides which commands are in force while it is shown. A page with `full_window`
    takes the whole window, without the sidebar.
    """

    context = Context.DESK
    full_window = False

    @property
    def in_session(self) -> bool:
        """Whether it shows a running session: then stillness covers it long before it locks."""
        return False

    def open_place(self, place: Place) -> None:
        """Shows what `place` names; called at every arrival, also by back and forward."""

    def focus_first(self) -> None:
        """Puts the focus where work begins: the first list, the editor; not a button."""
        self.setFocus()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 walks through, in reading order, each holding focusable widgets."""
        return (self,)

    def view_state(self) -> dict[str, Any]:
        """How the page is looked at: caret, scroll. Kept in the vault, as JSON without floats."""
        return {}

    def restore_view(self, state: dict[str, Any]) -> None:
        """Looks at the page as `state` says, as soon as its content is there."""
