"""What was written and where, and what to do with it."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.record.export_model import Done
from ui.process.clipboard import copy_text
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text


class ExportResult(QWidget):
    """The way on: the file's place can be copied, to attach or to open it."""

    def __init__(self, theme: Theme, name: str, done: Done) -> None:
        """Show the files for the client with this first `name`."""
        super().__init__()
        self._folder = str(done.pdf.parent)
        written = translate("ExportResult", "Written to {folder}")
        give = translate(
            "ExportResult",
            "Give {name} the PDF. The JSON beside it holds the same for another system. "
            "Neither is encrypted: whoever gets one of them can read it. On this computer’s own "
            "disk, only your account can.",
        )
        self._copy = Button(theme, translate("ExportResult", "Copy the path"), icon="copy")
        self._copy.setObjectName("export.copy_path")
        self._copy.clicked.connect(self._copy_path)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.tokens.space(2), 0, 0)
        column.setSpacing(theme.tokens.space(2))
        # A path has no spaces to be broken at.
        shown = self._folder.replace(os.sep, f"{os.sep}\N{ZERO WIDTH SPACE}")
        self.said = written.format(folder=shown)
        column.addWidget(SmallPrint(theme, self.said, "leaf", "circle-check"))
        for file in (done.pdf, done.json):
            column.addWidget(Text(file.name, strong=True, wrap=True))
        column.addWidget(Text(give.format(name=name), "small", "secondary", wrap=True))
        column.addSpacing(theme.tokens.space(2))
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _copy_path(self) -> None:
        copy_text(self._folder)
        self._copy.set_text(translate("ExportResult", "Copied"))
        announce(self, translate("ExportResult", "Copied"))
