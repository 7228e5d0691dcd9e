"""Every control that the keyboard can reach has a name that a screen reader can say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.core.ids import ClientId, SessionId
from app.workspace import Workspace
from tests.support.accessible_names import nameless
from tests.support.composed import Composed, composed
from tests.support.desktop import fresh_home
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import a_workspace, add_client, hold_session
from ui.commands.registry import Registry
from ui.locked.locked_page import LockedStep
from ui.places.navigation import Navigation, PageId, Place

# What asks the open vault as soon as it is shown; the last one goes on to the desk.
IT_IS_OPEN = (LockedStep.STANDING, LockedStep.SALVAGE, LockedStep.ENROL)
NO_DIALOG = {"app.lock", "app.quit", "session.start", "session.end", "client.archive"}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setObjectName("planted")
    qtbot.addWidget(window)
    return window


def test_a_field_without_a_name_is_found(window: QWidget) -> None:
    QLineEdit(window).setObjectName("client.name")
    assert nameless(window) == ["QLineEdit 'client.name' in planted"]


def test_a_button_with_a_picture_only_is_found(window: QWidget) -> None:
    QPushButton("", window)
    assert nameless(window) == ["QPushButton '' in planted"]


def test_a_row_without_words_is_found(window: QWidget) -> None:
    view = QListView(window)
    view.setAccessibleName("Clients")
    view.setModel(QStringListModel(["Amara Osei", ""], view))
    assert nameless(window) == ["row 1 of QListView '' in planted"]


def test_names_from_text_label_and_action_count(window: QWidget) -> None:
    QPushButton("Add a client", window)
    field, label = QLineEdit(window), QLabel("&Name", window)
    label.setBuddy(field)
    QToolButton(window).setDefaultAction(QAction("Lock", window))
    QLineEdit(window).setAccessibleName("Find")
    assert nameless(window) == []


@pytest.fixture
def whole(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Composed]:
    """The whole window at its first page, in a home that nothing was written to yet."""
    for name, place in fresh_home(tmp_path).environment.items():
        monkeypatch.setenv(name, place)
    with composed(qapp) as whole:
        yield whole


def test_every_control_before_the_vault_is_open_has_a_name(whole: Composed) -> None:
    for step in LockedStep:
        if step not in IT_IS_OPEN:
            whole.stage.show_step(step)
            assert nameless(whole.window) == [], step


def test_every_control_between_the_lock_and_the_desk_has_a_name(
    whole: Composed, tmp_path: Path
) -> None:
    whole.open_behind_the_stage(lambda: a_workspace(tmp_path))
    for step in IT_IS_OPEN:
        whole.stage.show_step(step)
        assert nameless(whole.window) == [], step
        whole.rest()
        assert nameless(whole.window) == [], step


def test_every_control_of_an_open_vault_has_a_name(whole: Composed, tmp_path: Path) -> None:
    known: list[tuple[ClientId, SessionId]] = []
    clock = FixedClock()

    def opened() -> Workspace:
        workspace = a_workspace(tmp_path, clock)
        client = add_client(workspace, "Amara Osei")
        known.append((client, hold_session(workspace, clock, client, "Yes is how she buys time.")))
        return workspace

    whole.open_vault(opened)
    ((client, session),) = known
    registry, navigation = whole.part(Registry), whole.part(Navigation)
    for page in PageId:
        navigation.go(Place(page, client=client, session=session))
        whole.rest()
        assert nameless(whole.window) == [], page
    navigation.go(Place(PageId.CLIENT, client=client))
    for command in registry.commands():
        if command.id not in NO_DIALOG and registry.is_enabled(command.id):
            registry.run(command.id)
            whole.rest()
            assert nameless(whole.window) == [], command.id
            QTest.keyClick(QApplication.focusWidget() or whole.window, Qt.Key.Key_Escape)
            navigation.go(Place(PageId.CLIENT, client=client))
