"""What every tab of a client's page is to that page."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.ids import ClientId


class ClientTab(QWidget):
    """One tab of the client's page; the page gets its tabs from `ui/composition.py`.

    So a kind of record brings its own tab, and no page imports another:

        class RecordTab(ClientTab):
            key = "record"

            def title(self) -> str:
                return translate("RecordTab", "Record")

            def show_client(self, client: ClientId) -> None:
                self._model.load(client)

    A tab lays itself out in the full width of the page's content, leaves 20 pixels free above,
    and lets the page scroll it. Its own buttons go into `header_buttons`: while it is shown they
    stand at the page's top right, in place of "Start session", so that one main button is seen.
    """

    key = ""  # in places and saved views: Place(PageId.CLIENT, client, tab=key)

    count_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count: int | None = None

    def title(self) -> str:
        """What stands on the tab."""
        raise NotImplementedError

    def show_client(self, client: ClientId) -> None:
        """Shows this client; called when the page arrives at a client, whichever tab is shown."""
        raise NotImplementedError

    @property
    def count(self) -> int | None:
        """How many things the tab holds, shown beside its title; None shows no number."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Changes the number beside the title."""
        if count != self._count:
            self._count = count
            self.count_changed.emit()

    def focus_first(self) -> None:
        """Puts the focus where work begins on this tab."""
        self.setFocus()

    def header_buttons(self) -> tuple[QWidget, ...]:
        """The buttons at the page's top right while this tab is shown; none for the page's own."""
        return ()

    def view_state(self) -> dict[str, Any]:
        """How the tab is looked at. Kept in the vault; JSON values without floats."""
        return {}

    def restore_view(self, state: dict[str, Any]) -> None:
        """Looks at the tab as `state` says, as soon as its content is there."""
