"""Asks for the details of the practice that a consent record needs and that are missing."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.practice.record import Practice
from ui.countries import country_names
from ui.theme import Theme
from ui.translation import translate
from ui.widgets.combo_box import ComboBox
from ui.widgets.field import Field, LabelledField, TextArea
from ui.widgets.text import Text


class PracticeForm(QWidget):
    """One field for each detail that is missing; the others stay as they are."""

    def __init__(
        self,
        theme: Theme,
        practice: Practice,
        missing: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._practice = practice
        self._fields: dict[str, Field | TextArea] = {}
        self._country: ComboBox | None = None
        self._codes: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.tokens.space(3))
        why = translate(
            "PracticeForm",
            "A consent record says who keeps it and how to reach them. "
            "This is asked once; Settings keeps it.",
        )
        column.addWidget(Text(why, "small", "secondary", wrap=True))
        labels = {
            "practice_name": translate("PracticeForm", "Name of the practice"),
            "coach_name": translate("PracticeForm", "Your name"),
            "postal_address": translate("PracticeForm", "Postal address"),
            "email": translate("PracticeForm", "Email"),
        }
        for name, label in labels.items():
            if name in missing:
                area = name == "postal_address"
                field = TextArea(theme, label) if area else Field(theme, label)
                editor = field.area if isinstance(field, TextArea) else field.line
                editor.setObjectName(f"practice_form.{name}")
                self._fields[name] = field
                column.addWidget(field)
        if "jurisdiction" in missing:
            column.addWidget(self._country_field(theme))

    def practice(self) -> Practice:
        """The practice with what was filled in."""
        given = {name: field.text() for name, field in self._fields.items()}
        if self._country is not None:
            given["jurisdiction"] = self._codes[self._country.currentIndex()]
        return replace(self._practice, **given)

    def point_at_missing(self) -> bool:
        """Says at each field that is still empty that it is needed; whether there was any."""
        missing = self.practice().missing_for_paper()
        for name, field in self._fields.items():
            if name in missing:
                field.set_error(translate("PracticeForm", "This is needed on the record."))
        return bool(missing)

    def _country_field(self, theme: Theme) -> QWidget:
        label = translate("PracticeForm", "Country whose law applies")
        self._country = ComboBox(theme, label)
        self._country.setObjectName("practice_form.jurisdiction")
        self._codes.append("")
        self._country.addItem(translate("PracticeForm", "Choose"))
        for code, name in country_names():
            self._codes.append(code)
            self._country.addItem(name)
        return LabelledField(theme, label, self._country)
