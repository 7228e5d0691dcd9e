"""Says where a backup lies, for whoever wants to copy or to look at it."""

import os

from PySide6.QtWidgets import QWidget

from ui.pages.backups.backup_rows import BackupRow, RowState
from ui.process.clipboard import copy_text
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text


class WhereDialog(Dialog):
    """No file manager is opened: it would keep a list of where it was."""

    def __init__(self, window: QWidget, theme: Theme, row: BackupRow) -> None:
        """Show the folder and the name of the file of `row`."""
        title = translate("Backups", "The backup of {made}").format(made=row.made)
        super().__init__(window, theme, title)
        self.setObjectName("where_backup")
        self._path = str(row.path)
        # A path has no spaces to be broken at.
        folder = str(row.path.parent).replace(os.sep, f"{os.sep}\N{ZERO WIDTH SPACE}")
        self._copy = self.add_button(Button(theme, translate("Backups", "Copy the path")))
        self._copy.setObjectName("where_backup.copy")
        self._close = self.add_button(Button(theme, translate("Backups", "Close")), default=True)
        self._close.setObjectName("where_backup.close")
        self.body.addWidget(Text(row.where, "small", "secondary", wrap=True))
        self.body.addWidget(Text(folder, wrap=True))
        self.body.addWidget(Text(row.path.name, strong=True, wrap=True))
        if note := _note(row):
            self.body.addWidget(SmallPrint(theme, note, "ochre", "clock"))
        self._copy.clicked.connect(self._copy_path)
        self._close.clicked.connect(self.dismiss)

    def focus_first(self) -> None:
        self._close.setFocus()

    def _copy_path(self) -> None:
        copy_text(self._path)
        said = translate("Backups", "Copied")
        self._copy.set_text(said)
        announce(self, said)


def _note(row: BackupRow) -> str:
    if row.state is RowState.GONE:
        return translate("Backups", "It was there, and isn’t any more.")
    if not row.is_here:
        return translate("Backups", "The drive isn’t in. Put it in to open this backup.")
    return ""
