"""What every test starts from: no screen, no home of the person's, full counts on request."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication

from tests.support.leaks import nothing_leaks
from tests.support.qt_messages import expect_harmless_messages

__all__ = ["nothing_leaks"]

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 4 * 60 * 60  # seconds that a test may take with its full count


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run long tests with full counts")
    parser.addoption("--soak-count", type=int, help="repeat each proof of tests/soak so often")
    parser.addoption("--soak-seed", help="the seed that a failed proof of tests/soak showed")


def pytest_configure(config: pytest.Config) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    expect_harmless_messages(config)
    # Two busy cores make a single example slow; a deadline would only tell about the machine.
    settings.register_profile("everyday", deadline=None)
    settings.register_profile("soak", deadline=None, max_examples=10_000)
    settings.load_profile("soak" if config.getoption("--soak") else "everyday")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Gives every test time for its full count."""
    if config.getoption("--soak"):
        for item in items:
            item.add_marker(pytest.mark.timeout(LONGEST))


def pytest_collection_finish() -> None:
    _leave_out_what_is_loaded()


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    if nextitem is not None and nextitem.path != item.path:
        _leave_out_what_is_loaded()


def _leave_out_what_is_loaded() -> None:
    """Spares a look for what a test left behind all that was there before its module."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Lists the figures that tests counted, also those counted by pytest-xdist's workers."""
    reports = cast(list[pytest.TestReport], terminalreporter.getreports(""))
    lines = [
        f"{report.nodeid.rpartition('::')[2]}: {value}"
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "figure"
    ]
    if lines:
        terminalreporter.section("figures")
        terminalreporter.write_line("\n".join(lines))


@pytest.fixture(scope="session")
def soak(request: pytest.FixtureRequest) -> bool:
    """Whether the full counts are asked for."""
    return bool(request.config.getoption("--soak"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """pytest-qt's, with nothing in the clipboard at the end.

    Without a screen the clipboard outlives Python, and would end a copied object of Python's then.
    """
    yield qapp
    qapp.clipboard().clear()


@pytest.fixture(autouse=True, scope="session")
def foreign_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keeps settings and data that a test writes out of the person's own folders."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        patch.setenv("XDG_STATE_HOME", str(home / "state"))
        yield home
