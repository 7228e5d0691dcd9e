"""The block "Working with …": what the coach wrote about working together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.pages.client.overview_model import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.section_head import SectionHead
from ui.widgets.text import Text

LABELS = 112  # logical pixels at 100 % text


class WorkingWith(QWidget):
    """A heading, and one row for each thing that is known; or the question to ask."""

    edit_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        edit = Button(
            theme,
            translate("Client", "Edit"),
            ButtonKind.LINK,
            size=ButtonSize.SMALL,
            icon="pencil",
            keys="F2",
            ink="ink.secondary",
        )
        edit.setObjectName("client.edit_working_with")
        edit.clicked.connect(self.edit_wanted)
        self._head = SectionHead(theme, "", edit)
        self._edit = edit
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._head)
        self._column.addWidget(self._body)
        self._column.addStretch(1)

    def show_state(self, state: State) -> None:
        """Show what is known."""
        self._head.set_text(translate("Client", "Working with {name}").format(name=state.name))
        body = self._rows(state.known) if state.known else self._question(state.question)
        self._column.replaceWidget(self._body, body)
        self._body.deleteLater()
        self._body = body
        self._edit.setVisible(bool(state.known))

    def _rows(self, known: tuple[tuple[str, str], ...]) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(9)
        grid.setColumnMinimumWidth(0, self._theme.tokens.scaled(LABELS))
        grid.setColumnStretch(1, 1)
        for at, (label, text) in enumerate(known):
            words = Text(text, "body", wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{label}: {text}")
            grid.addWidget(Text(label, "small", "tertiary"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, at, 1)
        return body

    def _question(self, question: str) -> QWidget:
        fill_in = Button(self._theme, translate("Client", "Fill in"))
        fill_in.setObjectName("client.fill_in")
        fill_in.clicked.connect(self.edit_wanted)
        card = Card()
        column = QVBoxLayout(card)
        column.addWidget(
            EmptyState(
                self._theme,
                "handshake",
                question,
                translate("Client", "Ask at the first session. One line each is plenty."),
                fill_in,
            )
        )
        return card
