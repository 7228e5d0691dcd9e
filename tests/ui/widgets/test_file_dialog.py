"""Qt's own file dialog: the drives that are in stand at its left, and what it proposes is seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.drives import plugged_in
from tests.support.find import find
from tests.support.never import never
from ui.theme.switcher import Theme
from ui.widgets.file_dialog import ask_folder

MOUNTS = """\
25 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
61 25 8:17 / /media/hanna/Whitlock\\040blue rw,nosuid - vfat /dev/sdb1 rw
62 25 0:52 / /mnt/office rw - nfs4 office:/backups rw
63 25 8:33 / /run/media/hanna/BLUE rw - exfat /dev/sdc1 rw
"""


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "mountinfo"
    file.write_text(MOUNTS, "utf-8")
    monkeypatch.setattr(plugged_in, "MOUNTS", file)
    return file


def test_they_stand_at_the_left_and_what_is_proposed_has_a_ground(
    qtbot: QtBot, theme: Theme, tmp_path: Path, mounts: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ask_folder(window, "Where backups go", tmp_path, "Back up here", never)
    dialog = find(window, QFileDialog)
    assert QUrl.fromLocalFile("/media/hanna/Whitlock blue") in dialog.sidebarUrls()
    proposed = find(dialog, QLineEdit, "fileNameEdit").completer().popup()
    assert proposed is not None
    assert proposed.objectName() == "completions"
    dialog.reject()
