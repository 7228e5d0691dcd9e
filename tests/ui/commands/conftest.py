"""A registry with a few commands of each kind."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.commands.registry import Registry

COMMANDS = (
    Command("app.lock", "Lock", Menu.FILE, Context.ALWAYS, keys=("Ctrl+L", "F12"), icon="lock"),
    Command("palette.open", "Search", Menu.GO, Context.EVERYWHERE, ("Ctrl+K",), in_palette=False),
    Command("keys.show", "Keys", Menu.HELP, Context.EVERYWHERE, keys=("Ctrl+/",)),
    Command(
        "client.add",
        "Add a client",
        Menu.CLIENT,
        Context.DESK,
        words=("new",),
        icon="plus",
        writes=True,
    ),
    Command("client.edit", "Edit details", Menu.CLIENT, Context.CLIENT, keys=("F2",)),
    Command("mark.insight", "Insight", Menu.SESSION, Context.SESSION, keys=("Ctrl+1",)),
)


@pytest.fixture
def registry(qapp: QApplication) -> Iterator[Registry]:
    """Declared, not bound, on the desk."""
    registry = Registry()
    registry.declare(COMMANDS)
    registry.set_context(Context.DESK)
    yield registry
    registry.deleteLater()
