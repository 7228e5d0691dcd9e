"""The sheet reaches the printer that was chosen."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.find import find
from tests.support.vault_on_disk import words_on
from ui.theme.switcher import Theme
from ui.ways_in import print_kit
from ui.ways_in.kit import Kit

WORDS = tuple(f"word{letter}" for letter in "abcdefghijklmnopqrstuvwx")


class PrinterToFile(QPrinter):
    """A printer whose paper is a PDF."""

    file = Path()

    def __init__(self, mode: QPrinter.PrinterMode) -> None:
        super().__init__(mode)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(PrinterToFile.file))


def test_the_sheet_is_printed_once_the_dialog_says_so(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del theme  # registers the fonts of the paper
    monkeypatch.setattr(PrinterToFile, "file", tmp_path / "printed.pdf")
    monkeypatch.setattr(print_kit, "QPrinter", PrinterToFile)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    print_kit.print_kit(window, Kit(tmp_path, "Whitlock", 1, date(2026, 3, 12), WORDS))
    dialog = find(window, QPrintDialog, "print_dialog")
    assert not PrinterToFile.file.exists()
    dialog.accepted.emit(PrinterToFile(QPrinter.PrinterMode.HighResolution))
    dialog.close()

    assert words_on(PrinterToFile.file) == list(WORDS)
