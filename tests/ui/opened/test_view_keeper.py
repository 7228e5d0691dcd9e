"""Unlocking leads back to where the coach was."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.changes import Changes
from app.workspace import Workspace
from crypto.errors import SaveNotDurable, VaultDamaged
from ui.jobs import Jobs
from ui.leaving.lock import Lock
from ui.opened import view_keeper
from ui.opened.view_keeper import ViewKeeper
from ui.places.navigation import HOME, Navigation, PageId, Place
from ui.places.page import Page
from ui.process.link import SupervisorLink

SETTINGS = Place(PageId.SETTINGS, tab="practice")


class PageWithCaret(Page):
    """Remembers where its caret is."""

    def __init__(self) -> None:
        super().__init__()
        self.caret = 0

    def view_state(self) -> dict[str, Any]:
        return {"caret": self.caret}

    def restore_view(self, state: dict[str, Any]) -> None:
        self.caret = state["caret"]


@pytest.fixture
def page(qapp: QApplication) -> Iterator[PageWithCaret]:
    page = PageWithCaret()
    yield page
    page.deleteLater()


@pytest.fixture
def lock(open_jobs: Jobs, link: SupervisorLink) -> Iterator[Lock]:
    lock = Lock(open_jobs, link, lambda: None)
    yield lock
    lock.deleteLater()


@pytest.fixture
def keeper(
    open_jobs: Jobs,
    lock: Lock,
    navigation: Navigation,
    page: PageWithCaret,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[ViewKeeper]:
    monkeypatch.setattr(view_keeper, "EVERY", 10)
    keeper = ViewKeeper(open_jobs, lock, navigation, lambda _: page)
    yield keeper
    keeper.deleteLater()


Ask = Callable[[Callable[[Workspace], Any]], Any]


@pytest.fixture
def ask(open_jobs: Jobs, qtbot: QtBot) -> Ask:
    """Asks the vault and waits for the answer."""

    def asked(call: Callable[[Workspace], Any]) -> Any:
        answers: list[Any] = []
        open_jobs.read(open_jobs, call, answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    return asked


def kept(workspace: Workspace) -> dict[str, Any]:
    return workspace.view_state.get()


def test_a_new_vault_opens_at_home(
    keeper: ViewKeeper, navigation: Navigation, qtbot: QtBot
) -> None:
    keeper.come_back()
    qtbot.waitUntil(lambda: navigation.place == HOME)


def test_place_and_caret_are_kept_soon_after_they_changed(
    keeper: ViewKeeper, navigation: Navigation, page: PageWithCaret, ask: Ask, qtbot: QtBot
) -> None:
    keeper.come_back()
    qtbot.waitUntil(lambda: navigation.place == HOME)
    page.caret = 7
    navigation.go(SETTINGS)
    expected = {"place": {"page": "settings", "tab": "practice"}, "view": {"caret": 7}}
    qtbot.waitUntil(lambda: ask(kept) == expected)


def test_place_and_caret_come_back(
    keeper: ViewKeeper, navigation: Navigation, page: PageWithCaret, ask: Ask, qtbot: QtBot
) -> None:
    state = {"place": {"page": "settings", "tab": "practice"}, "view": {"caret": 42}}
    ask(lambda workspace: workspace.view_state.put(state))
    keeper.come_back()
    qtbot.waitUntil(lambda: navigation.place == SETTINGS)
    assert page.caret == 42


def test_a_view_that_cannot_be_read_is_told_and_leads_home(
    keeper: ViewKeeper,
    navigation: Navigation,
    open_jobs: Jobs,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def damaged(_: object) -> dict[str, Any]:
        raise VaultDamaged

    monkeypatch.setattr("app.settings.vault.ViewState.get", damaged)
    with qtbot.waitSignal(open_jobs.trouble):
        keeper.come_back()
    assert navigation.place == HOME


def test_the_view_is_kept_at_lock(
    keeper: ViewKeeper,
    navigation: Navigation,
    page: PageWithCaret,
    lock: Lock,
    open_jobs: Jobs,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keeper.come_back()
    qtbot.waitUntil(lambda: navigation.place == HOME)
    keeper._tick.stop()
    saved: list[dict[str, Any]] = []

    def put(_: object, state: dict[str, Any]) -> Changes:
        saved.append(state)
        return Changes()

    monkeypatch.setattr("app.settings.vault.ViewState.put", put)
    navigation.go(SETTINGS)
    page.caret = 99
    lock.lock()
    qtbot.waitUntil(lambda: bool(saved))
    assert saved[-1]["view"] == {"caret": 99}


def test_a_view_that_cannot_be_kept_holds_up_no_lock(
    keeper: ViewKeeper,
    navigation: Navigation,
    link: SupervisorLink,
    open_jobs: Jobs,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_: object, state: dict[str, Any]) -> Changes:
        raise SaveNotDurable

    monkeypatch.setattr("app.settings.vault.ViewState.put", full)
    ended: list[bool] = []
    lock = Lock(open_jobs, link, lambda: ended.append(True))
    keeper = ViewKeeper(open_jobs, lock, navigation, keeper._page_at, lock)
    navigation.go(SETTINGS)
    lock.lock()
    qtbot.waitUntil(lambda: bool(ended))
    lock.deleteLater()


def test_a_page_that_has_gone_before_the_process_is_asked_nothing(
    keeper: ViewKeeper, navigation: Navigation, qtbot: QtBot, open_jobs: Jobs
) -> None:
    gone = Page()
    navigation.go(SETTINGS)
    keeper._write()
    kept = keeper._kept

    def page_at(_: Place) -> Page:
        return gone

    keeper._page_at = page_at
    shiboken6.delete(gone)

    keeper._write()

    assert keeper._kept == kept
    assert keeper._saving() is None
