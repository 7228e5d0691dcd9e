"""Journeys drive the whole app on a real screen; bash packaging/test.sh gives them one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.composed import composed
from tests.support.desktop import Home, fresh_home
from tests.support.driver import Driver


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home that nothing was written to yet."""
    return fresh_home(tmp_path)


@pytest.fixture
def at_home(home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The same, with this process in it."""
    for name, value in home.environment.items():
        monkeypatch.setenv(name, value)
    return home


@pytest.fixture
def driver(at_home: Home, qapp: QApplication) -> Iterator[Driver]:
    """The whole app's window in this process; what is in the home has to be there before."""
    with composed(qapp) as whole:
        yield Driver(qapp, whole.window)


@pytest.fixture
def real_time(soak: bool) -> None:
    """For what waits as long as a person would."""
    if not soak:
        pytest.skip("takes its real time: --soak")
