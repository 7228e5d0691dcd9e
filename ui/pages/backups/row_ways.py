"""What a row of the list leads to, and what removing a place does with the rows there."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.pages.backups import removal_words as words
from ui.pages.backups.backup_rows import BackupRow, Removal
from ui.pages.backups.backups_table import BackupsTable
from ui.pages.backups.places_part import PlacesPart
from ui.pages.backups.removal_dialogs import AskGone, Stays
from ui.pages.backups.view_model import BackupsModel
from ui.pages.backups.where_dialog import WhereDialog
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.confirm import Confirm
from ui.widgets.toast import show_toast
from ui.words.backup_places import named_place


class RowWays(QObject):
    """Asks before anything leaves the list, and says what became of it."""

    def __init__(
        self,
        page: QWidget,
        theme: Theme,
        model: BackupsModel,
        table: BackupsTable,
        places: PlacesPart,
    ) -> None:
        """Answer to `table`, and to `places` where one is removed."""
        super().__init__(page)
        self._page, self._theme, self._model = page, theme, model
        self._removing = model.removing(self)
        table.show_asked.connect(self._show_where)
        table.removal_asked.connect(self._ask)
        places.removed.connect(self._ask_place)
        self._removing.deleted.connect(self._tell_deleted)
        self._removing.not_deleted.connect(self._tell_kept)

    def _show_where(self, row: BackupRow) -> None:
        WhereDialog(self._window, self._theme, row).open()

    def _ask(self, row: BackupRow) -> None:
        if row.removal is Removal.GONE:
            self._ask_gone(row)
        elif row.removal is Removal.DELETED:
            self._ask_delete(row)
        else:
            title = translate("Backups", "The backup of {made} stays").format(made=row.made)
            Stays(self._window, self._theme, title, words.why_it_stays(row)).open()

    def _ask_delete(self, row: BackupRow) -> None:
        Confirm(
            self._window,
            self._theme,
            translate("Backups", "Delete the backup of {made}?").format(made=row.made),
            words.what_is_lost(row),
            safe=translate("Backups", "Keep it"),
            other=translate("Backups", "Delete it"),
            then=partial(self._removing.delete, row),
        ).open()

    def _ask_gone(self, row: BackupRow) -> None:
        others = [one for one in self._gone_at(str(row.path.parent)) if one.id != row.id]

        def take_off(all_of_them: bool) -> None:
            self._removing.take_off([row, *others] if all_of_them else [row])

        AskGone(
            self._window,
            self._theme,
            translate("Backups", "Is the backup of {made} gone?").format(made=row.made),
            words.who_may_have_it([row, *others]),
            safe=translate("Backups", "Keep it listed"),
            other=translate("Backups", "Take it off the list"),
            more=words.the_others(len(others)) if others else "",
            then=take_off,
        ).open()

    def _ask_place(self, folder: str) -> None:
        """A place that is out may be so for good."""
        there, line = self._gone_at(folder), self._model.state.place_at(folder)
        if not there or line is None or line.here is not False:
            self._model.remove_place(folder)
            return

        def remove(they_are_gone: bool) -> None:
            self._model.remove_place(folder)
            if they_are_gone:
                self._removing.take_off(there)

        AskGone(
            self._window,
            self._theme,
            translate("Backups", "Remove {place}?").format(place=named_place(line.place)),
            words.who_may_have_what_is_there(there),
            safe=translate("Backups", "Keep it"),
            other=translate("Backups", "Remove it"),
            more=words.those_there(len(there)),
            then=remove,
        ).open()

    def _gone_at(self, folder: str) -> list[BackupRow]:
        gone = (row for row in self._model.state.rows if row.removal is Removal.GONE)
        return [row for row in gone if str(row.path.parent) == folder]

    def _tell_deleted(self) -> None:
        show_toast(self._window, self._theme, translate("Backups", "The backup is deleted."))

    def _tell_kept(self) -> None:
        said = translate(
            "Backups",
            "The drive was taken out or can’t be written to, something else lies there now, or no "
            "newer backup was found.",
        )
        title = translate("Backups", "The backup wasn’t deleted")
        Stays(self._window, self._theme, title, said).open()

    @property
    def _window(self) -> QWidget:
        return self._page.window()
