"""However damage is come upon, it is told with its two ways out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from crypto.errors import BackupNoRoom, VaultDamaged
from ui.opened.telling_damage import tell_damage
from ui.shell.notices import Notices
from ui.theme.switcher import Theme
from ui.widgets.button import Button


class Check(QObject):
    """As much of VaultCheck as is used."""

    damaged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def check_now(self) -> None:
        self.asked += 1


class Run(QObject):
    """As much of BackupRun."""

    failed = Signal(object)


class Commands:
    """As much of Registry."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    def run(self, id: str) -> None:
        self.ran.append(id)


@pytest.fixture
def notices(theme: Theme, qtbot: QtBot) -> Iterator[Notices]:
    notices = Notices(theme)
    notices.show()
    yield notices
    notices.hide()
    notices.deleteLater()


def test_a_check_tells_it_and_a_backup_that_comes_upon_it_has_it_checked(notices: Notices) -> None:
    check, run, commands = Check(), Run(), Commands()
    tell_damage(
        check,  # pyright: ignore[reportArgumentType]
        run.failed,
        notices,
        commands,  # pyright: ignore[reportArgumentType]
        lambda: None,
    )
    run.failed.emit(BackupNoRoom(False))
    assert check.asked == 0
    run.failed.emit(VaultDamaged())
    assert check.asked == 1
    check.damaged.emit(VaultDamaged())
    bar = notices._bar
    assert bar is not None
    for name in ("notice.restore", "notice.save"):
        next(one for one in bar.findChildren(Button) if one.objectName() == name).click()
    assert commands.ran == ["backup.bring_back", "vault.save_readable"]
