"""The window hears verbs as signals, beats, and does not outlive the supervisor."""

import os
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.process.verbs import Verb
from tests.support.verb_pipes import SupervisorSide
from ui.process import link as link_module
from ui.process.link import SupervisorLink


@pytest.fixture
def supervisor() -> Iterator[SupervisorSide]:
    side = SupervisorSide()
    yield side
    side.close()


@pytest.fixture
def ended() -> threading.Event:
    return threading.Event()


@pytest.fixture
def link(
    qapp: QApplication,
    supervisor: SupervisorSide,
    ended: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[SupervisorLink]:
    monkeypatch.setattr(link_module, "HEARTBEAT_EVERY", 20)
    monkeypatch.setattr(link_module, "LAST_SECONDS", 0.01)

    def end(_: int) -> None:
        ended.set()

    monkeypatch.setattr(os, "_exit", end)
    link = SupervisorLink(supervisor.pipes)
    link.start()
    yield link
    if not ended.is_set():
        supervisor.hangs_up()
    assert ended.wait(10)
    link.deleteLater()


@pytest.mark.parametrize(
    ("verb", "signal"),
    [
        (Verb.GO, "go"),
        (Verb.PLEASE_LOCK, "lock_asked"),
        (Verb.PLEASE_QUIT, "quit_asked"),
        (Verb.OTHER_CANNOT_SAVE, "other_cannot_save"),
    ],
)
def test_a_verb_is_a_signal_on_the_gui_thread(
    link: SupervisorLink, supervisor: SupervisorSide, qtbot: QtBot, verb: Verb, signal: str
) -> None:
    with qtbot.waitSignal(getattr(link, signal)):
        supervisor.says(verb)


@pytest.mark.parametrize("token", [b"", b"gnome-shell/Underrose/42_TIME7", b"x" * 255])
def test_show_brings_its_token(
    link: SupervisorLink, supervisor: SupervisorSide, qtbot: QtBot, token: bytes
) -> None:
    shown = QSignalSpy(link.show_asked)
    supervisor.says(Verb.SHOW, bytes([len(token)]) + token)
    with qtbot.waitSignal(link.go):
        supervisor.says(Verb.GO)
    assert shown.at(0) == [token.decode()]


def test_a_byte_without_a_meaning_is_passed_over(
    link: SupervisorLink, supervisor: SupervisorSide, qtbot: QtBot
) -> None:
    supervisor.says(Verb.HEARTBEAT, b"\xff\x00")
    with qtbot.waitSignal(link.go):
        supervisor.says(Verb.GO)


def test_it_beats(link: SupervisorLink, supervisor: SupervisorSide, qtbot: QtBot) -> None:
    heard: list[Verb | None] = []

    def beats() -> bool:
        heard.extend(supervisor.heard())
        return len(heard) >= 3

    qtbot.waitUntil(beats)
    assert set(heard) == {Verb.HEARTBEAT}


def test_the_supervisors_end_asks_for_an_end_and_makes_sure_of_it(
    link: SupervisorLink, supervisor: SupervisorSide, ended: threading.Event, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(link.quit_asked):
        supervisor.hangs_up()
    assert ended.wait(10)


def test_what_a_dead_supervisor_cannot_hear_does_no_harm(
    link: SupervisorLink, supervisor: SupervisorSide
) -> None:
    supervisor.stops_hearing()
    link.tell(Verb.LOCK)
