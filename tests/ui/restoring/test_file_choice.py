"""The dialog for files, opened at once where a stick shows up."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.support.find import find
from ui.jobs import Jobs
from ui.restoring.file_choice import FileChoice


def test_it_begins_where_the_drives_are_and_tells_the_file(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    file = tmp_path / "2026-10-22-4f5e6d7c.underrose-backup"
    file.write_bytes(b"")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    choice, told = FileChoice(jobs, window, lambda: tmp_path), list[Path]()
    choice.chosen.connect(told.append)
    choice.ask()
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    dialog = find(window, QFileDialog)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.fileSelected.emit(str(file))
    dialog.close()
    assert told == [file]


def test_where_no_drive_can_be_found_it_begins_at_home(qtbot: QtBot, jobs: Jobs) -> None:
    def fails() -> Path:
        raise OSError

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    FileChoice(jobs, window, fails).ask()
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    dialog = find(window, QFileDialog)
    assert Path(dialog.directory().absolutePath()) == Path.home()
    dialog.close()
