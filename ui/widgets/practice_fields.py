"""The fields in which a coach says who they are: in Settings, and when a first export asks."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.combo_box import ComboBox
from ui.widgets.field import Field, TextArea
from ui.words.countries import country_names

NONE_YET = -1


def practice_label(name: str) -> str:
    """How a detail of the practice is called."""
    return {
        "practice_name": translate("Practice", "Name of the practice"),
        "coach_name": translate("Practice", "Your name"),
        "email": translate("Practice", "Email"),
        "phone": translate("Practice", "Phone"),
        "postal_address": translate("Practice", "Postal address"),
        "jurisdiction": translate("Practice", "Country whose law applies"),
        "zone": translate("Practice", "Time zone"),
    }[name]


def practice_field(theme: Theme, name: str) -> Field | TextArea:
    """An empty field for a detail that is typed; an address has several lines."""
    if name == "postal_address":
        return TextArea(theme, practice_label(name))
    return Field(theme, practice_label(name))


class CountryBox(ComboBox):
    """Every country by name; none is chosen before somebody does.

    A name can be typed with its spaces; on its own, Space opens the list.
    """

    def __init__(self, theme: Theme) -> None:
        """List them."""
        super().__init__(theme, practice_label("jurisdiction"))
        self.setPlaceholderText(translate("Practice", "Choose"))
        for code, name in country_names():
            self.addItem(name, code)
        self.setCurrentIndex(NONE_YET)
        self._since_key = QElapsedTimer()

    def code(self) -> str:
        """The chosen country's ISO 3166-1 alpha-2 code, "" for none."""
        return self.currentData() or ""

    def choose(self, code: str) -> None:
        """Show the country with this code."""
        self.setCurrentIndex(self.findData(code) if code else NONE_YET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pause = QApplication.keyboardInputInterval()
        typing = self._since_key.isValid() and self._since_key.elapsed() < pause
        if event.key() == Qt.Key.Key_Space and typing:
            view = self.view()
            view.setCurrentIndex(self.model().index(self.currentIndex(), 0))
            view.keyboardSearch(" ")
            self.setCurrentIndex(view.currentIndex().row())
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
        if event.text().strip() or typing:
            self._since_key.start()
