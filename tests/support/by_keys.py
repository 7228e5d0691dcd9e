"""What a person does who has a keyboard and nothing else, in a window that a journey drives."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.composed import composed
from tests.support.driver import Driver
from tests.support.workspaces import PASSPHRASE
from ui.tour.walk import Until, Walk

DESK = "desk"


@contextmanager
def at_the_keyboard(app: QApplication) -> Generator[Driver]:
    """The window of the home in force, and whoever sits before it."""
    with composed(app) as whole:
        driver = Driver(app, whole.window)
        driver.do(driver.hands.come_to(whole.window))  # on a busy desktop it may come up behind
        yield driver


def press(driver: Driver, name: str) -> Walk:
    """Goes to a button by Tab, and presses it by Enter."""
    yield driver.hands.can_use(name)
    yield from driver.hands.tab_to(name)
    yield from driver.hands.press(Qt.Key.Key_Return)


def unlock(driver: Driver) -> Walk:
    """Types the passphrase where the focus is already, and Enter."""
    yield Until("keys to go there", lambda: _has_keys("unlock.passphrase"))
    yield from driver.hands.type(f"{PASSPHRASE}\n")


def _has_keys(name: str) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and focus.objectName() == name


def choose_folder(driver: Driver, folder: Path) -> Walk:
    """Answers the dialog that asks for a folder, by typing its path."""
    yield driver.hands.sees("file_dialog")
    dialog = driver.hands.seen("file_dialog")
    if dialog is not None:
        yield from driver.hands.come_to(dialog)
        yield driver.hands.has_focus("fileNameEdit")
        yield from driver.hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, dialog)
        yield from driver.hands.type(str(folder), dialog)
        yield from driver.hands.press(Qt.Key.Key_Return, window=dialog)
    yield driver.hands.sees_no("file_dialog")
