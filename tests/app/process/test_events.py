"""The log holds events of a fixed list, and nothing else of anybody."""

import logging
from collections.abc import Iterator

import pytest

from app.process.events import Event, listen, note, warn


@pytest.fixture(autouse=True)
def root_logger() -> Iterator[None]:
    """Leaves logging as it was."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before


def test_only_warnings_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    listen()
    note(Event.GO)
    warn(Event.WINDOW_CRASHED)
    assert capsys.readouterr().err.split(maxsplit=2)[2] == "window crashed\n"


def test_everything_is_told_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    listen(verbose=True)
    note(Event.GO)
    assert capsys.readouterr().err.endswith(" go\n")


def test_libraries_and_values_stay_silent(capsys: pytest.CaptureFixture[str]) -> None:
    listen(verbose=True)
    logging.getLogger("keyring").warning("secret of Amara Osei")
    logging.getLogger("underrose").warning(Event.GO, "Amara Osei")
    logging.getLogger("underrose").error(Event.GO, exc_info=ValueError("Amara Osei"))
    assert capsys.readouterr().err == ""
