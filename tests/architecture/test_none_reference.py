"""Calling Qt does not use up Python's None: PySide6 6.12.0 on Python 3.11 drops one a call."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 1_000
IMMORTAL = sys.version_info >= (3, 12)  # None's count stands still from then on


def references_lost(call: Callable[[], object]) -> int:
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)


def test_a_void_call_keeps_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert abs(references_lost(widget.update)) < CALLS // 10


@pytest.mark.skipif(IMMORTAL, reason="None cannot be lost in this Python")
def test_a_lost_reference_is_found() -> None:
    kept: list[None] = [None] * CALLS
    assert references_lost(kept.pop) > CALLS // 2
