"""Opens the palette with what can be done now, and the clients as soon as they are read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.core.ids import ClientId
from app.records.clients.record import Client
from ui.commands.command import Command
from ui.commands.palette import Palette
from ui.commands.palette_entries import Entry, EntryKind
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.places.navigation import Navigation, PageId, Place
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.scrim import top_scrim

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.workspace import Workspace


def bind_palette(
    registry: Registry, window: QWidget, theme: Theme, jobs: Jobs, navigation: Navigation
) -> None:
    """Binds Ctrl K."""

    def choose(entry: Entry) -> None:
        if entry.kind is EntryKind.CLIENT:
            navigation.go(Place(PageId.CLIENT, client=ClientId(UUID(hex=entry.id))))
        else:
            registry.run(entry.id)

    def open_palette() -> None:
        if top_scrim(window) is None:
            palette = Palette(window, theme, action_entries(registry), choose)
            palette.open()
            jobs.read(palette, _clients, lambda clients: palette.add(client_entries(clients)))

    registry.bind("palette.open", open_palette)


def action_entries(registry: Registry) -> list[Entry]:
    """What can be done on this screen now."""
    return [
        _action(command)
        for command in registry.commands()
        if command.in_palette and registry.is_enabled(command.id)
    ]


def client_entries(clients: Sequence[Client]) -> list[Entry]:
    """Every client, archived ones too, by name."""
    return [
        Entry(EntryKind.CLIENT, client.id.hex, client.name, initials=client.initials)
        for client in clients
    ]


def _clients(workspace: "Workspace") -> Sequence[Client]:
    return workspace.clients.listed()


def _action(command: Command) -> Entry:
    return Entry(
        EntryKind.ACTION,
        command.id,
        translate("Command", command.title),
        words=tuple(translate("Command", word) for word in command.words),
        keys=command.keys[0] if command.keys else "",
        icon=command.icon,
    )
