"""Asks for the details of the practice that a consent record needs and that are missing."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.practice.record import refusal
from ui.messages import message_for
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.field import Field, LabelledField, TextArea
from ui.widgets.practice_fields import CountryBox, practice_field
from ui.widgets.text import Text

_COUNTRY = "jurisdiction"


class PracticeForm(QWidget):
    """One field for each detail that is missing; the others stay as they are."""

    def __init__(self, theme: Theme, missing: tuple[str, ...]) -> None:
        """Ask for the details that `missing` names."""
        super().__init__()
        self._fields: dict[str, LabelledField] = {}
        why = translate(
            "PracticeForm",
            "A consent record says who keeps it and how to reach them. "
            "This is asked once, and stands in Settings from then on.",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.tokens.space(3))
        column.addWidget(Text(why, "small", "secondary", wrap=True))
        for name in sorted(missing, key=_COUNTRY.__eq__):  # it comes last
            field = self._fields[name] = _field(theme, name)
            field.editor.setObjectName(f"practice_form.{name}")
            column.addWidget(field)
        column.addStretch(1)
        self.setFocusProxy(next(iter(self._fields.values())))

    def usable(self) -> Mapping[str, str]:
        """What was filled in and can be kept."""
        given = {name: _given(field) for name, field in self._fields.items()}
        return {name: text for name, text in given.items() if text and not refusal(name, text)}

    def complete(self) -> bool:
        """Say at each field what is missing or can't be kept; whether all is there."""
        usable = self.usable()
        wrong = {name: field for name, field in self._fields.items() if name not in usable}
        for name, field in wrong.items():
            refused = refusal(name, _given(field))
            needed = translate("PracticeForm", "This is needed on the record.")
            field.set_error(message_for(refused).text if refused else needed)
        if wrong:
            next(iter(wrong.values())).setFocus()
        return not wrong


def _field(theme: Theme, name: str) -> LabelledField:
    if name != _COUNTRY:
        return practice_field(theme, name)
    box = CountryBox(theme)
    field = LabelledField(theme, box.accessibleName(), box)
    box.activated.connect(field.clear_error)
    return field


def _given(field: LabelledField) -> str:
    if isinstance(field, Field | TextArea):
        return field.text().strip()
    return field.editor.code() if isinstance(field.editor, CountryBox) else ""
