"""Opens the dialogs in which clients are added and changed, from wherever the coach is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.changes import Changes
from app.core.ids import ClientId
from app.records.clients.record import ClientDetails
from ui.commands.registry import Registry
from ui.leaving.lock import BeforeLock, Saving
from ui.pages.client.details import refusals
from ui.pages.client.details_dialog import DetailsDialog
from ui.pages.client.details_model import DetailsModel
from ui.places.navigation import Navigation, PageId, Place
from ui.theme.switcher import Theme

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace


class DetailDialogs(QObject):
    """At most one is open. What is typed in it when the vault locks is saved, if it can be kept."""

    def __init__(
        self,
        theme: Theme,
        model: DetailsModel,
        navigation: Navigation,
        registry: Registry,
        window: QWidget,
        before_lock: BeforeLock,
    ) -> None:
        """Open dialogs over `window`; bind the commands that open them."""
        super().__init__(window)
        self._theme = theme
        self._model = model
        self._navigation = navigation
        self._window = window
        self._open: DetailsDialog | None = None
        model.setParent(self)
        model.saved.connect(self._after_save)
        model.loaded.connect(self._show)
        registry.bind("client.add", self.add)
        registry.bind("client.edit", self.edit)
        before_lock(self, self.unsaved)

    def add(self) -> None:
        """Asks who is to be added."""
        self._show(None, ClientDetails(""))

    def edit(self) -> None:
        """Shows the details of the client whose page is shown."""
        place = self._navigation.place
        if place is not None and place.client is not None:
            self._model.load(place.client)

    def unsaved(self) -> Saving | None:
        """What saves the open dialog; None when nothing was typed, or it can't be kept."""
        typed = None if self._open is None else self._open.typed()
        if self._open is None or typed is None or refusals(typed):
            return None
        client = self._open.client
        return lambda workspace: self._saving(workspace, client, typed)

    @staticmethod
    def _saving(workspace: "Workspace", client: ClientId | None, details: ClientDetails) -> Changes:
        if client is None:
            return workspace.clients.add(details)
        return workspace.clients.change(client, details)

    def _show(self, client: ClientId | None, details: ClientDetails) -> None:
        if self._open is None:
            self._open = DetailsDialog(self._window, self._theme, self._model, client, details)
            self._open.closed.connect(self._after_close)
            self._open.open()

    def _after_close(self) -> None:
        self._open = None

    def _after_save(self, client: ClientId) -> None:
        if self._open is not None:
            self._open.finish()
        place = self._navigation.place
        if place is None or place.client != client:
            self._navigation.go(Place(PageId.CLIENT, client=client))
