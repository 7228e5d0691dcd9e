"""Prints the Recovery Kit's sheet by Qt's own dialog."""

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ui.paper.recovery_kit import RecoveryKitSheet
from ui.paper.renderer import Paper
from ui.translation import translate
from ui.ways_in.kit import Kit


def has_printer() -> bool:
    """Whether this computer knows any printer.

    On the GUI thread, as printing itself: on the thread that asks first, Qt tells the printing
    system to ask for passwords by a dialog.
    """
    return bool(QPrinterInfo.availablePrinterNames())


def print_kit(window: QWidget, kit: Kit) -> None:
    """Asks which printer, and prints; returns at once."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(translate("PrintKit", "Recovery Kit"))
    dialog = QPrintDialog(printer, window)
    dialog.setObjectName("print_dialog")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet = RecoveryKitSheet(kit.vault_name, kit.number, kit.made_on, kit.words)
    dialog.accepted.connect(lambda: Paper().kit_pages(sheet).print_on(printer))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
