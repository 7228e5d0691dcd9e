"""Ctrl K offers what can be done now, and every client."""

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.core.changes import Changes, Kind
from tests.support.find import find
from tests.support.workspaces import add_client
from ui.commands.context import Context
from ui.commands.palette import Palette
from ui.commands.palette_entries import EntryKind
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.places.navigation import Navigation, PageId
from ui.shell.palette_opener import action_entries, bind_palette
from ui.theme.switcher import Theme


def test_it_offers_the_actions_that_can_be_used_now(registry: Registry) -> None:
    for id in ("app.lock", "palette.open", "client.add", "client.edit"):
        registry.bind(id, lambda: None)
    registry.set_context(Context.DESK)
    entries = {entry.id: entry for entry in action_entries(registry)}
    assert set(entries) == {"app.lock", "client.add"}
    lock = entries["app.lock"]
    assert (lock.title, lock.keys, lock.icon) == ("Lock", "Ctrl+L", "lock")


def test_choosing_a_client_goes_there(
    registry: Registry, open_jobs: Jobs, navigation: Navigation, theme: Theme, qtbot: QtBot
) -> None:
    window = QMainWindow()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    bind_palette(registry, window, theme, open_jobs, navigation)
    registry.set_context(Context.DESK)
    open_jobs.write(
        open_jobs, lambda vault: Changes.of(Kind.CLIENT, add_client(vault, "Amara Osei"))
    )
    registry.run("palette.open")
    registry.run("palette.open")
    palette = find(window, Palette)
    assert len(window.findChildren(Palette)) == 1
    qtbot.waitUntil(lambda: palette.list.currentIndex().data() == "Amara Osei")
    palette.list.clicked.emit(palette.list.currentIndex())
    assert navigation.place is not None
    assert navigation.place.page is PageId.CLIENT
    assert palette._entries[-1].kind is EntryKind.CLIENT
