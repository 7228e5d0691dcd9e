"""The Recovery Kit on the screen: the words, three ways to keep them, and a check of three."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import kit_words as words
from ui.ways_in.kit_card import KitCard
from ui.ways_in.kit_model import KitModel
from ui.ways_in.kit_state import State
from ui.ways_in.word_check import WordCheck
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.confirm import Confirm
from ui.widgets.divider import Divider
from ui.widgets.file_dialog import ask_file_to_write
from ui.widgets.small_print import SmallPrint


class KitPanel(QWidget):
    """What first run shows of a new kit, and the settings of the next one."""

    submitted = Signal()  # Enter in the last field, or in any once all words are right

    def __init__(self, theme: Theme, model: KitModel, named: str) -> None:
        """`named` begins the object names of what can be used in it."""
        super().__init__()
        self._theme = theme
        self._model = model
        self._named = named
        model.setParent(self)
        self._card = KitCard(theme, model.kit, named)
        self._check = WordCheck(theme, model.places, named)
        self._print = self._button(translate("KitPanel", "Print"), "printer", "print")
        self._save = self._button(translate("KitPanel", "Save as PDF"), "file-down", "save")
        self._cover = self._button(translate("KitPanel", "Hide the words"), "eye-off", "cover")
        self._beside = SmallPrint(theme)
        self._lay_out()
        self._connect()
        self._show(model.state)

    def focus_first(self) -> None:
        """Put the focus on the first way to keep the words; a field for them would cover them."""
        self._print.setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, text: str, icon: str, name: str) -> Button:
        button = Button(self._theme, text, icon=icon)
        button.setObjectName(f"{self._named}.{name}")
        return button

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(self._theme.tokens.space(2))
        for button in (self._print, self._save, self._cover):
            ways.addWidget(button)
        ways.addSpacing(self._theme.tokens.space(2))
        ways.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._card)
        column.addSpacing(14)
        column.addLayout(ways)
        column.addSpacing(22)
        column.addWidget(Divider())
        column.addSpacing(18)
        column.addWidget(self._check)

    def _connect(self) -> None:
        self._model.state_changed.connect(self._show)
        self._model.emptied.connect(self._check.clear)
        self._model.place_found.connect(self._ask_where)
        self._check.focused.connect(self._model.cover)
        self._check.answered.connect(self._answer)
        self._check.submitted.connect(self.submitted)
        self._cover.clicked.connect(self._model.toggle_cover)
        self._print.clicked.connect(self._ask_to_print)
        self._save.clicked.connect(self._ask_to_save)

    def _show(self, state: State) -> None:
        self._card.words.cover(state.covered)
        self._check.show_state(state)
        self._cover.set_text(words.cover_button(state))
        self._cover.set_icon("eye" if state.covered else "eye-off")
        said = words.beside_buttons(state)
        if said[0] != self._beside.text() and self._beside.text():
            announce(self, said[0])
        self._beside.say(*said)

    def _answer(self, at: int, typed: str, left: bool) -> None:
        self._model.answer(at, typed, left=left)

    def _ask_to_print(self) -> None:
        # Deferred: looking for printers loads the platform's print support.
        from ui.ways_in.print_kit import has_printer, print_kit

        if not has_printer():
            self._beside.say(
                translate("KitPanel", "No printer was found. Save it as PDF, or write it down."),
                "ochre",
                "triangle-alert",
            )
            return
        Confirm(
            self.window(),
            self._theme,
            translate("KitPanel", "Print the Recovery Kit?"),
            translate("KitPanel", "Some printers keep copies. Use one you trust."),
            safe=translate("KitPanel", "Cancel"),
            other=translate("KitPanel", "Print"),
            then=lambda: print_kit(self, self._model.kit),
            removing=False,
        ).open()

    def _ask_to_save(self) -> None:
        Confirm(
            self.window(),
            self._theme,
            translate("KitPanel", "Save the Recovery Kit as PDF?"),
            translate(
                "KitPanel",
                "Anyone who opens this PDF can open your vault. Save it to a USB stick, not to "
                "this laptop.",
            ),
            safe=translate("KitPanel", "Cancel"),
            other=translate("KitPanel", "Choose where"),
            then=self._model.look_for_place,
            removing=False,
        ).open()

    def _ask_where(self, drives: Path) -> None:
        name = translate("KitPanel", "Recovery Kit {number}.pdf").format(
            number=self._model.kit.number
        )
        ask_file_to_write(
            self,
            translate("KitPanel", "Save the Recovery Kit"),
            drives / name,
            translate("KitPanel", "PDF (*.pdf)"),
            translate("KitPanel", "Save"),
            self._model.save,
        )
