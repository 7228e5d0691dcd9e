"""The fields in which a coach says who they are: in Settings, and when a first export asks."""

from ui.countries import country_names
from ui.theme import Theme
from ui.translation import translate
from ui.widgets.combo_box import ComboBox
from ui.widgets.field import Field, TextArea

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
    """Every country by name; none is chosen before somebody does."""

    def __init__(self, theme: Theme) -> None:
        """List them."""
        super().__init__(theme, practice_label("jurisdiction"))
        self.setPlaceholderText(translate("Practice", "Choose"))
        for code, name in country_names():
            self.addItem(name, code)
        self.setCurrentIndex(NONE_YET)

    def code(self) -> str:
        """The chosen country's ISO 3166-1 alpha-2 code, "" for none."""
        return self.currentData() or ""

    def choose(self, code: str) -> None:
        """Show the country with this code."""
        self.setCurrentIndex(self.findData(code) if code else NONE_YET)
