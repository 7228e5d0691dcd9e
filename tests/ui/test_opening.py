"""The first picture waits for nothing that it does not show."""

import subprocess
import sys
import time

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui.composition
from app.process.verbs import Verb
from tests.support.verb_pipes import SupervisorSide
from ui.opening import FAILED, open_window
from ui.process.beginning import Beginning
from ui.process.link import SupervisorLink

UP_TO_THE_FIRST_PICTURE = """
import sys, time
import PySide6.QtCore
from PySide6.QtWidgets import QApplication
from app.process.verbs import Verb
from ui.opening import open_window
from ui.process.beginning import Beginning
from ui.process.link import SupervisorLink
from ui.process.pipes import Pipes
import os
app = QApplication([])
hears, says = os.pipe()
link = SupervisorLink(Pipes(hears, says, Verb.FRESH), app)
def look():
    names = ("ui.composition", "ui.pages", "ui.theme.switcher", "app.workspace")
    print([name for name in names if name in sys.modules], "Qt" in vars(PySide6.QtCore))
    os._exit(0)
import ui.opening
ui.opening._compose = lambda *_: look()
open_window(app, link, Beginning(Verb.FRESH, time.localtime()))
app.exec()
"""


def test_neither_the_pages_nor_qt_s_namespace_are_loaded_before_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", UP_TO_THE_FIRST_PICTURE], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[] False"


def test_an_app_that_cannot_be_put_together_ends(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object) -> None:
        raise RuntimeError

    codes = list[int]()
    monkeypatch.setattr(ui.composition, "compose", cannot)
    monkeypatch.setattr(qapp, "exit", codes.append)
    supervisor = SupervisorSide()
    link = SupervisorLink(supervisor.pipes)
    window = open_window(qapp, link, Beginning(Verb.FRESH, time.localtime()))
    qtbot.addWidget(window)
    window.close_asked.connect(lambda: None)
    qtbot.waitUntil(lambda: codes == [FAILED])
    supervisor.close()
