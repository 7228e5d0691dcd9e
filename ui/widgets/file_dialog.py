"""Asks for a folder or a file by Qt's own dialog, which shows nothing to the desktop's services.

The native one hands the choice to the desktop, which keeps lists of recent files.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.drives.plugged_in import drives

SIZE = QSize(820, 540)

Chosen = Callable[[Path], None]


def ask_folder(window: QWidget, title: str, start: Path, accept: str, then: Chosen) -> None:
    """Asks for a folder that exists or is made in the dialog; returns at once."""
    dialog = _dialog(window, title, start, accept)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, then)


def ask_file(
    window: QWidget, title: str, start: Path, kind: str, accept: str, then: Chosen
) -> None:
    """Asks for a file that exists; `kind` holds filters ("Backups (*.backup);;All files (*)")."""
    dialog = _dialog(window, title, start, accept)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kind)
    _open(dialog, then)


def ask_file_to_write(
    window: QWidget, title: str, file: Path, kind: str, accept: str, then: Chosen
) -> None:
    """Asks where to write a file; `file` is the suggestion, `kind` a filter ("PDF (*.pdf)").

    The dialog itself asks before a file is written over.
    """
    dialog = _dialog(window, title, file.parent, accept)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(file.suffix.removeprefix("."))
    dialog.selectFile(file.name)
    _open(dialog, then)


def _dialog(window: QWidget, title: str, start: Path, accept: str) -> QFileDialog:
    dialog = QFileDialog(window, title, str(start))
    dialog.setObjectName("file_dialog")
    dialog.resize(SIZE)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    beside = [QUrl.fromLocalFile(drive) for drive in drives()]
    dialog.setSidebarUrls([*dialog.sidebarUrls(), *beside])
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    proposed = line.completer().popup() if line is not None else None
    if proposed is not None:
        proposed.setObjectName("completions")  # by which the stylesheet knows it
    return dialog


def _open(dialog: QFileDialog, then: Chosen) -> None:
    def choose(name: str) -> None:
        then(Path(name))

    dialog.fileSelected.connect(choose)
    dialog.open()
