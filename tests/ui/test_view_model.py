"""A view model shows what is true: of one subject, after each write, on each day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.core.errors import RecordMissing
from app.core.ids import ClientId, new_id
from app.records.clients.record import Client, ClientDetails
from crypto.errors import VaultDamaged
from tests.support.desk import Desk, add_clients, open_desk
from ui.jobs import Jobs
from ui.theme.switcher import Theme
from ui.view_model import MINUTE, ViewModel

if TYPE_CHECKING:
    from app.workspace import Workspace

TUESDAY, WEDNESDAY = date(2026, 11, 17), date(2026, 11, 18)
AFTER_MIDNIGHT = datetime(2026, 11, 18, 0, 0, 30, tzinfo=UTC)


@dataclass(frozen=True)
class State:
    name: str = ""
    today: date | None = None


def derive(snapshot: Client, now: Moment) -> State:
    return State(snapshot.name, now.day)


class NameModel(ViewModel[Client, State]):
    """The name of one client."""

    def __init__(self, jobs: Jobs, clock: Clock) -> None:
        super().__init__(jobs, clock, (Kind.CLIENT,), derive, State())
        self.reads = 0
        self.states: list[State] = []
        self.state_changed.connect(self.states.append)

    def load(self, client: ClientId) -> None:
        def read(workspace: "Workspace") -> Client:
            self.reads += 1
            return workspace.clients.get(client)

        self.watch(client, read)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    """A new vault, open."""
    with open_desk(qtbot, theme, tmp_path) as desk:
        yield desk


@pytest.fixture
def model(desk: Desk) -> Iterator[NameModel]:
    """Nothing is read yet."""
    model = NameModel(desk.jobs, desk.clock)
    yield model
    model.deleteLater()


@pytest.fixture
def amara(desk: Desk, model: NameModel) -> ClientId:
    """A client who is shown."""
    (amara,) = add_clients(desk, "Amara Osei")
    model.load(amara)
    desk.rest()
    model.states.clear()
    return amara


def rename(desk: Desk, client: ClientId, name: str) -> None:
    desk.jobs.write(desk.jobs, lambda w: w.clients.change(client, ClientDetails(name)))
    desk.rest()


def wake(qapp: QGuiApplication) -> None:
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_nothing_is_read_before_it_is_asked_for(
    desk: Desk, model: NameModel, qapp: QGuiApplication
) -> None:
    (amara,) = add_clients(desk, "Amara Osei")
    rename(desk, amara, "A. O.")
    wake(qapp)
    assert (model.reads, model.states, model.state) == (0, [], State())


@pytest.mark.usefixtures("amara")
def test_what_was_read_is_shown(model: NameModel) -> None:
    assert model.state == State("Amara Osei", TUESDAY)


def test_a_write_that_touches_it_is_followed(desk: Desk, model: NameModel, amara: ClientId) -> None:
    rename(desk, amara, "A. O.")
    assert model.states == [State("A. O.", TUESDAY)]


@pytest.mark.usefixtures("amara")
def test_a_write_that_touches_something_else_is_not(desk: Desk, model: NameModel) -> None:
    desk.jobs.write(desk.jobs, lambda _: Changes.of(Kind.PURPOSE, new_id()))
    desk.rest()
    assert (model.reads, model.states) == (1, [])


@pytest.mark.usefixtures("amara")
def test_nothing_of_one_client_is_left_while_another_is_read(desk: Desk, model: NameModel) -> None:
    (joel,) = add_clients(desk, "Joel Pennington")
    model.load(joel)
    assert model.state == State()
    desk.rest()
    assert model.states == [State(), State("Joel Pennington", TUESDAY)]


@pytest.mark.usefixtures("amara")
def test_what_was_known_of_one_client_does_not_come_back_while_another_is_read(
    desk: Desk, model: NameModel
) -> None:
    (joel,) = add_clients(desk, "Joel Pennington")
    model.load(joel)
    desk.clock.go_to(AFTER_MIDNIGHT)
    model.refresh()
    assert model.state == State()


def test_an_answer_about_a_client_who_is_no_longer_shown_is_dropped(
    desk: Desk, model: NameModel
) -> None:
    amara, joel = add_clients(desk, "Amara Osei", "Joel Pennington")
    model.load(amara)
    model.load(joel)
    desk.rest()
    assert [state.name for state in model.states if state.name] == ["Joel Pennington"]


def test_the_same_client_stays_in_sight_while_read_again(
    desk: Desk, model: NameModel, amara: ClientId
) -> None:
    model.load(amara)
    desk.rest()
    assert model.states == [State("Amara Osei", TUESDAY)]


def test_a_read_that_fails_is_told_and_leaves_what_is_shown(
    desk: Desk, model: NameModel, amara: ClientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_client: ClientId) -> Client:
        raise RecordMissing

    with monkeypatch.context() as patch:
        desk.ask(lambda w: patch.setattr(w.clients, "get", gone))
        model.load(amara)
        desk.rest()
    assert [type(error) for error in desk.troubles] == [RecordMissing]
    assert model.state == State("Amara Osei", TUESDAY)


def test_a_first_read_that_fails_says_why_nothing_is_shown_until_one_does_not(
    desk: Desk, model: NameModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    amara, joel = add_clients(desk, "Amara Osei", "Joel Pennington")
    told: list[Exception | None] = []
    model.unread.connect(told.append)

    def damaged(_client: ClientId) -> Client:
        raise VaultDamaged

    with monkeypatch.context() as patch:
        desk.ask(lambda w: patch.setattr(w.clients, "get", damaged))
        model.load(amara)
        desk.rest()
    assert [type(error) for error in told] == [VaultDamaged]
    assert model.state == State()
    model.load(joel)
    assert told[-1] is None
    desk.rest()
    assert model.error is None
    assert model.state.name == "Joel Pennington"


@pytest.mark.usefixtures("amara")
def test_another_day_begins_without_a_read(desk: Desk, model: NameModel) -> None:
    (minute,) = model.findChildren(QTimer)
    assert minute.isActive()
    assert minute.interval() == MINUTE
    desk.clock.go_to(AFTER_MIDNIGHT)
    minute.timeout.emit()
    minute.timeout.emit()
    assert model.states == [State("Amara Osei", WEDNESDAY)]
    assert model.reads == 1


@pytest.mark.usefixtures("amara")
def test_coming_back_after_a_night_is_enough(
    desk: Desk, model: NameModel, qapp: QGuiApplication
) -> None:
    desk.clock.go_to(AFTER_MIDNIGHT)
    wake(qapp)
    assert model.states == [State("Amara Osei", WEDNESDAY)]
