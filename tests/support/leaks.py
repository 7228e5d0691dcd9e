"""Fails a test that leaves a thread, a running timer or a window behind."""

import gc
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication

GRACE = 2.0  # seconds for a thread that is ending anyway

Found = dict[int, str]  # identity: what it is


@pytest.fixture(autouse=True)
def nothing_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Compares what is alive after a test with what was alive before it."""
    uses_qt = bool({"qtbot", "qapp"} & set(request.fixturenames))
    before = _alive(uses_qt)
    yield
    if _alive(uses_qt).keys() - before.keys():
        gc.collect()  # what only a reference cycle keeps alive is not leaked
        _wait_for_ending_threads()
    left = [what for identity, what in _alive(uses_qt).items() if identity not in before]
    if left:
        pytest.fail("left behind: " + ", ".join(sorted(left)), pytrace=False)


def _alive(uses_qt: bool) -> Found:
    found: Found = {id(thread): f"thread {thread.name!r}" for thread in _threads()}
    if uses_qt:
        found |= _windows() | _qt_threads_and_timers()
    return found


def _threads() -> list[threading.Thread]:
    # A thread that Qt started shows as a dummy, and stays listed after its end.
    return [
        thread
        for thread in threading.enumerate()
        if thread is not threading.current_thread()
        and thread is not threading.main_thread()
        and not isinstance(thread, threading._DummyThread)
    ]


def _wait_for_ending_threads() -> None:
    deadline = time.monotonic() + GRACE
    for thread in _threads():
        thread.join(max(0.0, deadline - time.monotonic()))


def _windows() -> Found:
    # deleteLater() waits for an event loop, which a test seldom enters again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {_address(window): f"window {window!r}" for window in QApplication.topLevelWidgets()}


def _qt_threads_and_timers() -> Found:
    found: Found = {}
    for thing in _objects_of(QThread, QTimer):
        if not shiboken6.isValid(thing):
            continue
        if isinstance(thing, QTimer) and thing.isActive():
            found[_address(thing)] = f"QTimer every {thing.interval()} ms in {thing.parent()}"
        if isinstance(thing, QThread) and thing.isRunning() and not thing.isCurrentThread():
            found[_address(thing)] = f"QThread {thing.objectName()!r}"
    return found


def _objects_of(*kinds: type[Any]) -> list[Any]:
    # By type(): isinstance() would ask proxies and doubles for their __class__. And in a set, for
    # there are a hundred thousand things to look at, twice in each test.
    wanted = {kind for named in kinds for kind in _with_subclasses(named)}
    return [thing for thing in gc.get_objects() if type(thing) in wanted]


def _with_subclasses(kind: type[Any]) -> Iterator[type[Any]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _with_subclasses(child)


def _address(thing: QObject) -> int:
    return shiboken6.getCppPointer(thing)[0]
