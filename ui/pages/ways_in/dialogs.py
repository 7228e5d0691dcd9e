"""Opens these dialogs from wherever the coach is, and binds the commands that do."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.leaving.lock import Lock
from ui.pages.ways_in.kit_dialog import KitDialog
from ui.pages.ways_in.new_key_dialog import NewKeyDialog
from ui.pages.ways_in.new_key_model import NewKeyModel
from ui.pages.ways_in.new_key_page import NewKeyPage
from ui.pages.ways_in.opening_dialog import OpeningDialog, Task, adding, changing, putting_back
from ui.pages.ways_in.passphrase_dialog import PassphraseDialog
from ui.pages.ways_in.rehearse_dialog import RehearseDialog
from ui.pages.ways_in.remove_dialog import RemoveDialog
from ui.theme.switcher import Theme
from ui.ways_in.new_kit import NewKit
from ui.ways_in.way_words import way_name
from ui.ways_in.ways_model import WaysModel
from ui.ways_in.ways_state import Ways
from ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from crypto.slots.ready_way import ReadyWay

ShowFront = Callable[[QWidget], None]


class WayDialogs(QObject):
    """At most one is open."""

    def __init__(
        self,
        theme: Theme,
        model: WaysModel,
        new_key: Callable[[], NewKeyModel],
        registry: Registry,
        window: QWidget,
        lock: Lock,
        show_front: ShowFront,
    ) -> None:
        """Open dialogs over `window`; `show_front` fills it while `new_key` writes it anew."""
        super().__init__(window)
        self._theme, self._model, self._new_key = theme, model, new_key
        self._registry, self._window = registry, window
        self._lock, self._show_front = lock, show_front
        self._open: Dialog | None = None
        model.setParent(self)
        model.changed.connect(self._refresh)
        bind = registry.bind
        bind("vault.change_passphrase", self.change_passphrase, self._has_passphrase)
        bind("vault.change_opening", lambda: self._choose(changing()), self._may_change)
        bind("vault.add_way", lambda: self._choose(adding()), self._may_add)
        bind("vault.put_back", lambda: self._choose(putting_back()), self._may_put_back)
        bind("vault.rehearse", self.rehearse, self._may_change)
        bind("vault.new_kit", self.make_kit, self._may_change)
        bind("vault.new_key", self.take_new_key, self._may_change)
        model.load()

    def change_passphrase(self) -> None:
        """Asks for another passphrase."""
        self._show(PassphraseDialog(self._window, self._theme, self._model))

    def rehearse(self) -> None:
        """Asks for the 24 words."""
        self._show(RehearseDialog(self._window, self._theme, self._model))

    def make_kit(self) -> None:
        """Asks, then shows a new kit."""
        self._show(KitDialog(self._window, self._theme, self._model))

    def take_new_key(self) -> None:
        """Asks, shows a new kit, then fills the window while the vault is written anew."""
        dialog = NewKeyDialog(self._window, self._theme, self._model)
        dialog.agreed.connect(self._write_anew)
        self._show(dialog)

    def remove(self, id: UUID) -> None:
        """Asks whether a way in is to go."""
        ways = self._model.ways
        way = next((way for way in ways.ways if way.id == id), None)
        if way is not None and ways.removable(way):
            self._show(RemoveDialog(self._window, self._theme, self._model, way, way_name(way)))

    def _choose(self, task: Task) -> None:
        self._show(OpeningDialog(self._window, self._theme, self._model, task))

    def _show(self, dialog: Dialog) -> None:
        if self._open is not None:
            self._open.dismiss()
        if self._open is not None:  # what it asked for is being written
            dialog.deleteLater()
            return
        self._open = dialog
        dialog.closed.connect(lambda: self._has_closed(dialog))
        dialog.open()

    def _has_closed(self, dialog: Dialog) -> None:
        if self._open is dialog:
            self._open = None

    def _write_anew(self, ready: "ReadyWay", kit: NewKit) -> None:
        model = self._new_key()
        self._lock.leaving.connect(model.stop)  # the lock waits for what the vault is doing
        self._registry.set_context(Context.LOCKED)  # no command leads to a page that has gone
        # Not begun anew afterwards: the vault is closed then.
        self._model.give_way(lambda: self._begin_anew(model, ready, kit), False)

    def _begin_anew(self, model: NewKeyModel, ready: "ReadyWay", kit: NewKit) -> None:
        if model.is_stopped:  # the window is being locked, and the desk still has what is unsaved
            ready.wipe()
            return
        page = NewKeyPage(self._theme, model)
        page.lock_asked.connect(self._lock.lock)
        unsaved = self._lock.unsaved()  # before those who know it go
        self._show_front(page)
        page.setFocus()
        model.begin(ready, kit, unsaved)

    def _refresh(self, _: Ways) -> None:
        self._registry.refresh()

    def _ways(self) -> Ways:
        return self._model.ways

    def _may_change(self) -> bool:
        return self._ways().may_change

    def _has_passphrase(self) -> bool:
        ways = self._ways()
        return ways.may_change and ways.opening is not None and ways.opening.takes_passphrase

    def _may_add(self) -> bool:
        ways = self._ways()
        return ways.may_change and (ways.here is None or bool(ways.addable))

    def _may_put_back(self) -> bool:
        ways = self._ways()
        maybe = ways.here is None and ways.own is None and any(way.is_kept for way in ways.ways)
        return ways.may_change and (maybe or ways.half_is_gone)
