"""The section in which the coach says who they are."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Refusal
from app.records.practice.record import refusal
from ui.leaving.lock import Saving
from ui.messages import message_for
from ui.pages.settings.practice_model import PracticeModel, State, saving
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.combo_box import ComboBox
from ui.widgets.field import Field, LabelledField, TextArea
from ui.widgets.practice_fields import NONE_YET, CountryBox, practice_field, practice_label
from ui.widgets.text import Text

WIDTH = 440  # logical pixels at 100 % text
SETTLED = 600  # milliseconds after the last change of a choice


class PracticeSection(QWidget):
    """Each field is saved when it is left; there is nothing to press."""

    def __init__(self, theme: Theme, model: PracticeModel) -> None:
        """Show the practice of `model`."""
        super().__init__()
        self._theme = theme
        self._model = model
        self._focus_wanted = False
        self._settling = QTimer(self)  # arrow keys walk over choices that are not meant
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED)
        self._settling.timeout.connect(self._save_choices)
        self._fields = self._make_fields()
        self._country = CountryBox(theme)
        self._zone = ComboBox(theme, practice_label("zone"))
        self._zone.setPlaceholderText(translate("Settings", "Choose"))
        self._choices = {"jurisdiction": self._country, "zone": self._zone}
        for name, box in self._choices.items():
            box.setObjectName(f"settings.practice.{name}")
            box.activated.connect(self._wait)
        self._lay_out()
        model.state_changed.connect(self._show)
        model.zones_listed.connect(self._list_zones)
        model.list_zones()
        theme.changed.connect(self._fit)
        self._fit()

    def focus_first(self) -> None:
        """Put the focus on the first field that a consent record needs and that is empty."""
        self._focus_wanted = True
        if self._model.state.loaded:
            self._give_focus()

    def unsaved(self) -> Saving | None:
        """What saves the fields that the vault doesn't have yet, None when it has all."""
        practice = self._model.state.practice
        shown = {name: field.text() for name, field in self._fields.items()} | self._chosen()
        typed = {name: text for name, text in shown.items() if text != getattr(practice, name)}
        usable = {name: text for name, text in typed.items() if refusal(name, text) is None}
        unsaved = {**self._model.typed(), **usable}
        return saving(unsaved) if unsaved else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._model.change("postal_address", self._fields["postal_address"].text())
        return super().eventFilter(watched, event)

    def _give_focus(self) -> None:
        self._focus_wanted = False
        missing = self._model.state.practice.missing_for_paper()
        wanted = next((name for name in self._fields if name in missing), "practice_name")
        self._fields[wanted].setFocus()

    def _chosen(self) -> dict[str, str]:
        """What the boxes hold; one without a choice is left out."""
        values = {name: box.currentData() for name, box in self._choices.items()}
        return {name: str(value) for name, value in values.items() if value}

    def _wait(self, _index: int) -> None:
        self._settling.start()

    def _save_choices(self) -> None:
        for name, value in self._chosen().items():
            self._model.change(name, value)

    def _make_fields(self) -> dict[str, Field | TextArea]:
        made: dict[str, Field | TextArea] = {}
        for name in ("practice_name", "coach_name", "email", "phone", "postal_address"):
            field = practice_field(self._theme, name)
            field.editor.setObjectName(f"settings.practice.{name}")
            if isinstance(field, TextArea):
                field.area.installEventFilter(self)
            else:
                field.line.editingFinished.connect(
                    lambda name=name, field=field: self._model.change(name, field.text())
                )
            made[name] = field
        return made

    def _list_zones(self, zones: Sequence[str]) -> None:
        for zone in zones:
            self._zone.addItem(zone.replace("_", " "), zone)
        self._show_zone(self._model.state.practice.zone)

    def _show(self, state: State) -> None:
        for name, field in self._fields.items():
            refused: Refusal | None = state.refused.get(name)
            field.set_error("" if refused is None else message_for(refused).text)
            if refused is None and not _is_being_typed(field):
                _put(field, getattr(state.practice, name))
        if not self._settling.isActive():
            self._country.choose(state.practice.jurisdiction)
            self._show_zone(state.practice.zone)
        if state.loaded and self._focus_wanted:
            self._give_focus()

    def _show_zone(self, zone: str) -> None:
        self._zone.setCurrentIndex(self._zone.findData(zone) if zone else NONE_YET)

    def _lay_out(self) -> None:
        why = translate(
            "Settings",
            "This stands on every consent record: who keeps it, and how to reach you.",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Text(why, "small", "secondary", wrap=True))
        for field in self._fields.values():
            column.addWidget(field)
        law = translate("Settings", "The record names this country’s law.")
        zone = translate("Settings", "End dates are read here.")
        for box, hint in ((self._country, law), (self._zone, zone)):
            column.addWidget(LabelledField(self._theme, box.accessibleName(), box, hint))

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.tokens.scaled(WIDTH))


def _is_being_typed(field: Field | TextArea) -> bool:
    if isinstance(field, TextArea):
        return field.area.hasFocus() and field.area.document().isModified()
    return field.line.hasFocus() and field.line.isModified()


def _put(field: Field | TextArea, text: str) -> None:
    if field.text() != text:
        field.set_text(text)
