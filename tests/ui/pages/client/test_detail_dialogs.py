"""Adding and changing a client: errors at their field, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.changes import Changes
from app.records.clients.record import ClientDetails, Pronouns
from crypto.errors import SaveNotDurable
from tests.support.desk import Desk, add_clients
from tests.support.find import find
from ui.commands.context import Context
from ui.pages.client.detail_dialogs import DetailDialogs
from ui.pages.client.details_dialog import DetailsDialog
from ui.pages.client.details_model import DetailsModel
from ui.places.navigation import PageId, Place


@pytest.fixture
def dialogs(desk: Desk, qtbot: QtBot) -> DetailDialogs:
    """The dialogs over an empty page."""
    dialogs = DetailDialogs(
        desk.theme,
        DetailsModel(desk.jobs),
        desk.navigation,
        desk.registry,
        desk.window,
        desk.before_lock,
    )
    desk.window.show()
    qtbot.waitActive(desk.window)
    desk.registry.set_context(Context.CLIENT)
    return dialogs


def is_open(desk: Desk) -> bool:
    return any(dialog.isVisible() for dialog in desk.window.findChildren(DetailsDialog))


def words(desk: Desk) -> list[str]:
    return [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]


def line(desk: Desk, name: str) -> QLineEdit:
    (found,) = [one for one in desk.window.findChildren(QLineEdit, name) if one.isVisible()]
    return found


@pytest.mark.usefixtures("dialogs")
def test_ctrl_n_and_a_name_are_enough(desk: Desk) -> None:
    desk.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.focus() is line(desk, "add_client.name")
    desk.type("A. O.")
    desk.key(Qt.Key.Key_Return)
    (client,) = desk.ask(lambda w: w.clients.listed())
    assert client.details == ClientDetails("A. O.")
    assert desk.places == [Place(PageId.CLIENT, client=client.id)]
    assert not is_open(desk)


def test_pronouns_and_role_are_kept(desk: Desk, dialogs: DetailDialogs) -> None:
    dialogs.add()
    desk.type("Amara Osei")
    pronouns = find(desk.window, QWidget, "add_client.pronouns")
    she = next(one for one in pronouns.findChildren(QToolButton) if one.text() == "She/her")
    QTest.mouseClick(she, Qt.MouseButton.LeftButton)
    line(desk, "add_client.role").setText("Head of operations")
    desk.press("add_client.add")
    (client,) = desk.ask(lambda w: w.clients.listed())
    assert client.details == ClientDetails("Amara Osei", Pronouns.SHE, "Head of operations")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("   ", "A name is missing. A name or initials is enough."),
        ("A\x00B", "There is a character in it that can’t be kept."),
        ("A" * 201, "There is a character in it that can’t be kept."),
    ],
)
def test_a_name_that_cannot_be_kept_is_said_at_the_field(
    desk: Desk, dialogs: DetailDialogs, typed: str, said: str
) -> None:
    dialogs.add()
    name = line(desk, "add_client.name")
    name.setText(typed)
    desk.press("add_client.add")
    assert any(text.startswith(said) for text in words(desk))
    assert name.text() == typed
    assert desk.focus() is name
    assert desk.ask(lambda w: w.clients.listed()) == ()


def test_the_error_goes_as_soon_as_it_is_mended(desk: Desk, dialogs: DetailDialogs) -> None:
    dialogs.add()
    desk.press("add_client.add")
    desk.type("Amara")
    assert "A name is missing. A name or initials is enough." not in words(desk)
    desk.press("add_client.add")
    assert len(desk.ask(lambda w: w.clients.listed())) == 1


def test_a_disk_that_is_full_is_said_and_the_text_stays(
    desk: Desk, dialogs: DetailDialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_details: ClientDetails) -> Changes:
        raise SaveNotDurable

    with monkeypatch.context() as patch:
        desk.ask(lambda w: patch.setattr(w.clients, "add", full))
        dialogs.add()
        desk.type("Amara")
        desk.press("add_client.add")
    assert any(text.startswith("Not saved: the disk is full.") for text in words(desk))
    assert line(desk, "add_client.name").text() == "Amara"
    desk.press("add_client.add")
    assert len(desk.ask(lambda w: w.clients.listed())) == 1


def test_esc_closes_and_loses_no_text(desk: Desk, dialogs: DetailDialogs) -> None:
    dialogs.add()
    desk.type("Amara")
    desk.key(Qt.Key.Key_Escape)
    assert not is_open(desk)
    dialogs.add()
    assert line(desk, "add_client.name").text() == "Amara"
    assert "You typed this earlier. It isn’t saved yet." in words(desk)


def test_cancel_lets_go_of_the_text(desk: Desk, dialogs: DetailDialogs) -> None:
    dialogs.add()
    desk.type("Amara")
    desk.press("add_client.cancel")
    dialogs.add()
    assert line(desk, "add_client.name").text() == ""


@pytest.mark.usefixtures("dialogs")
def test_f2_changes_the_client_whose_page_is_shown(desk: Desk) -> None:
    (amara,) = add_clients(desk, "Amara Osei")
    desk.navigation.go(Place(PageId.CLIENT, client=amara))
    desk.key(Qt.Key.Key_F2)
    goals = find(desk.window, QPlainTextEdit, "edit_client.goals")
    assert desk.focus() is goals  # nothing is known yet, so that is asked first
    goals.setPlainText("Say no once a week\nwithout apologising")
    line(desk, "edit_client.name").setText("Amara N. Osei")
    desk.press("edit_client.save")
    details = desk.ask(lambda w: w.clients.get(amara)).details
    assert details == ClientDetails(
        "Amara N. Osei", goals="Say no once a week\nwithout apologising"
    )


def test_what_is_typed_when_the_vault_locks_is_saved(desk: Desk, dialogs: DetailDialogs) -> None:
    dialogs.add()
    desk.type("Amara")
    desk.lock()
    assert [client.name for client in desk.ask(lambda w: w.clients.listed())] == ["Amara"]


def test_nothing_is_saved_at_lock_that_was_not_typed_or_cannot_be_kept(
    desk: Desk, dialogs: DetailDialogs
) -> None:
    desk.lock()
    dialogs.add()
    desk.lock()
    desk.type("   ")
    desk.lock()
    assert desk.ask(lambda w: w.clients.listed()) == ()
