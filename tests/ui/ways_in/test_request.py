"""What was asked for is told to whoever asked, until they let it go."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.core.errors import Stopped
from ui.ways_in.request import Request


@pytest.fixture
def request_(qtbot: QtBot) -> Iterator[Request]:
    model = QObject()
    yield Request(model)
    model.deleteLater()


@pytest.fixture
def told(request_: Request) -> list[object]:
    """What came of it."""
    told: list[object] = []
    request_.done.connect(told.append)
    request_.failed.connect(told.append)
    return told


def test_what_was_made_is_told(request_: Request, told: list[object]) -> None:
    request_.go_on()
    request_.finish("a kit")

    assert told == ["a kit"]


def test_what_went_wrong_is_told(request_: Request, told: list[object]) -> None:
    error = Stopped()
    request_.fail(error)

    assert told == [error]


def test_nothing_goes_on_and_nothing_is_told_once_it_was_let_go(
    request_: Request, told: list[object]
) -> None:
    assert request_.cancel()

    with pytest.raises(Stopped):
        request_.go_on()
    assert not request_.begin_writing()
    request_.finish("a kit")
    request_.fail(Stopped())

    assert told == []


def test_what_is_being_written_is_not_let_go(request_: Request, told: list[object]) -> None:
    begun: list[bool] = []
    request_.writing.connect(lambda: begun.append(request_.is_writing))

    assert request_.begin_writing()
    assert not request_.cancel()
    request_.finish()

    assert begun == [True]
    assert told == [None]
