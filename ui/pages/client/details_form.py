"""The fields in which a client's details are typed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Refusal
from app.records.clients.record import ClientDetails, Pronouns
from ui.messages import message_for
from ui.pages.client.words import pronoun_words
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.field import Field, TextArea
from ui.widgets.segments import Segments
from ui.widgets.text import Text

PRONOUNS = (Pronouns.SHE, Pronouns.HE, Pronouns.THEY, Pronouns.UNSET)
SHORT = ("name", "role")
LONG = ("contact", "goals", "needs", "prefers", "avoid", "if_not_working")


class DetailsForm(QWidget):
    """Some fields of a client; those not shown keep their values."""

    def __init__(self, theme: Theme, prefix: str, shown: Iterable[str]) -> None:
        """Show the fields named; their object names begin with `prefix`."""
        super().__init__()
        self._theme = theme
        self._details = ClientDetails("")
        self._fields: dict[str, Field | TextArea] = {}
        self._pronouns = Segments(
            theme, translate("Client", "Pronouns"), [_choice(one) for one in PRONOUNS]
        )
        self._pronouns.setObjectName(f"{prefix}.pronouns")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.tokens.space(3))
        for name in shown:
            self._add(prefix, name)
        self._column.addStretch(1)

    def show_details(self, details: ClientDetails) -> None:
        """Put these details into the fields."""
        self._details = details
        for name, field in self._fields.items():
            field.set_text(getattr(details, name))
        self._pronouns.choose(PRONOUNS.index(details.pronouns))

    def details(self) -> ClientDetails:
        """The details as they stand in the fields, untidied."""
        typed = {name: field.text() for name, field in self._fields.items()}
        return replace(self._details, pronouns=PRONOUNS[self._pronouns.choice()], **typed)

    def show_refusals(self, refused: Mapping[str, Refusal]) -> None:
        """Say at each field why it can't be kept, and go to the first one."""
        for name, field in self._fields.items():
            field.set_error(message_for(refused[name]).text if name in refused else "")
        for name, field in self._fields.items():
            if name in refused:
                field.setFocus()
                return

    def focus_on(self, name: str) -> None:
        """Put the focus into a field."""
        self._fields[name].setFocus()

    def _add(self, prefix: str, name: str) -> None:
        if name == "pronouns":
            self._column.addWidget(_labelled(translate("Client", "Pronouns"), self._pronouns))
            return
        label, hint = _words()[name]
        if name in SHORT:
            field = Field(self._theme, label, hint=hint)
            field.line.setObjectName(f"{prefix}.{name}")
        else:
            field = TextArea(self._theme, label, hint=hint, lines=2)
            field.area.setObjectName(f"{prefix}.{name}")
        self._fields[name] = field
        self._column.addWidget(field)


def _words() -> Mapping[str, tuple[str, str]]:
    """The label and the hint of each field."""
    return {
        "name": (
            translate("Client", "Name"),
            translate("Client", "A name or initials is enough."),
        ),
        "role": (translate("Client", "Role"), translate("Client", "What they do, and where.")),
        "contact": (translate("Client", "How to reach them"), ""),
        "goals": (translate("Client", "Goals"), translate("Client", "One line each is plenty.")),
        "needs": (translate("Client", "Needs"), ""),
        "prefers": (translate("Client", "Prefers"), ""),
        "avoid": (translate("Client", "Please avoid"), ""),
        "if_not_working": (
            translate("Client", "If it isn’t working"),
            translate("Client", "How you notice, and what to ask then."),
        ),
    }


def _choice(pronouns: Pronouns) -> str:
    return pronoun_words(pronouns) or translate("Client", "Not said")


def _labelled(label: str, segments: Segments) -> QWidget:
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5)
    column.addWidget(Text(label, "small", strong=True))
    column.addWidget(segments)
    return around
