"""Every shared widget on one page, laid out like the picture of components."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from ui.theme.switcher import Theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.ceiling_rose import CeilingRose
from ui.widgets.check_box import CheckBox
from ui.widgets.chip import Chip, Tone
from ui.widgets.combo_box import ComboBox
from ui.widgets.divider import Divider
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field, TextArea
from ui.widgets.fitted_list import FittedList
from ui.widgets.icon_view import IconView
from ui.widgets.key_cap import KeyCap
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.option_card import OptionCard
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.progress import Progress
from ui.widgets.radio_button import RadioButton
from ui.widgets.row_delegate import RowDelegate
from ui.widgets.rows import Row, RowModel
from ui.widgets.segments import Segments
from ui.widgets.small_print import SmallPrint
from ui.widgets.spinner import Spinner
from ui.widgets.strength_bar import StrengthBar
from ui.widgets.switch import Switch
from ui.widgets.tab_bar import TabBar
from ui.widgets.text import Text


def components(theme: Theme) -> QMainWindow:
    """Return a window of 1280 by 800 with the widgets of the components picture."""
    return _window(theme, [_buttons_and_choices, _fields_and_lists, _blocks])


def first_run(theme: Theme) -> QMainWindow:
    """Return a window with what the first run is made of: rose, option cards, passphrase."""
    return _window(theme, [_option_cards, _more])


def _window(theme: Theme, columns: list[Callable[[Theme], QLayout]]) -> QMainWindow:
    window = QMainWindow()
    window.resize(1280, 800)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(36, 26, 36, 26)
    row.setSpacing(40)
    for build in columns:
        column = QWidget()
        column.setLayout(build(theme))
        row.addWidget(column, 1)
    window.setCentralWidget(page)
    return window


def _heading(column: QVBoxLayout, text: str, above: int = 22) -> None:
    column.addSpacing(above)
    column.addWidget(Text(text, "heading"))
    column.addSpacing(10)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _row(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _buttons_and_choices(theme: Theme) -> QLayout:
    column = _column()
    _heading(column, "Buttons", 0)
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(10)
    kinds = {
        "Main": ("Start", ButtonKind.MAIN),
        "Plain": ("Open", ButtonKind.PLAIN),
        "Quiet": ("Later", ButtonKind.QUIET),
        "Removing": ("Delete", ButtonKind.REMOVING),
    }
    for row, state in enumerate(("Rest", "Focus", "Disabled"), 1):
        grid.addWidget(Text(state, "caption", "tertiary"), row, 0)
    for at, (title, (word, kind)) in enumerate(kinds.items(), 1):
        grid.addWidget(Text(title, "caption", "tertiary"), 0, at)
        for row, state in enumerate(("Rest", "Focus", "Disabled"), 1):
            button = Button(theme, word, kind, size=ButtonSize.SMALL)
            button.setObjectName(f"{state}.{kind}")
            button.setEnabled(state != "Disabled")
            left = Qt.AlignmentFlag.AlignLeft
            grid.addWidget(button, row, at, left)
    column.addLayout(grid)
    column.addSpacing(10)
    column.addLayout(
        _row(
            Button(theme, "Start session", ButtonKind.MAIN, icon="pen-line", keys="F5"),
            Button(theme, "Discreet", icon="eye-off", size=ButtonSize.SMALL, keys="Ctrl+Shift+D"),
            Button(theme, "", icon="more-horizontal", name="More"),
        )
    )
    column.addLayout(_row(Button(theme, "Unlock", ButtonKind.MAIN, size=ButtonSize.TOUCH)))
    column.addLayout(_row(Button(theme, "Use the Recovery Kit", ButtonKind.LINK)))
    _heading(column, "Choices")
    ticked, kept, off = CheckBox(theme), CheckBox(theme, kept=True), CheckBox(theme)
    for box in (ticked, kept):
        box.setChecked(True)
    off.setEnabled(False)
    column.addLayout(_row(CheckBox(theme, "PDF"), ticked, kept, off, spacing=12))
    on, out = RadioButton(theme), RadioButton(theme)
    on.setChecked(True)
    out.setEnabled(False)
    column.addLayout(_row(RadioButton(theme, "By email"), on, out, spacing=12))
    thrown = Switch(theme)
    thrown.setChecked(True)
    column.addLayout(_row(Switch(theme, "Discreet"), thrown, spacing=12))
    segments = Segments(theme, "Period", ["3 months", "6 months", "Year"])
    segments.choose(1)
    column.addLayout(_row(segments))
    _heading(column, "Chips")
    column.addLayout(
        _row(
            Chip(theme, "Given", Tone.LEAF, "check"),
            Chip(theme, "Ends 2 Dec", Tone.OCHRE, "hourglass"),
            Chip(theme, "Declined", Tone.PLAIN, "circle-slash"),
        )
    )
    column.addSpacing(8)
    column.addLayout(
        _row(
            Chip(theme, "3 weeks late", Tone.BRICK, "circle-alert"),
            Chip(theme, "Insight", Tone.IRIS, "lightbulb"),
            Chip(theme, "Quote", Tone.PLUM, "quote"),
            Chip(theme, "Suggested", Tone.ROSE),
            Chip(theme, "Open", Tone.OUTLINE),
        )
    )
    _heading(column, "Progress")
    progress = Progress(theme, "Reading back")
    progress.show_progress(1482, 2318, "1,482 of 2,318 records read back")
    column.addWidget(progress)
    column.addStretch(1)
    return column


def _fields_and_lists(theme: Theme) -> QLayout:
    column = _column()
    _heading(column, "Fields", 0)
    rest = Field(theme, "Rest", placeholder="Full name")
    focus = Field(theme, "Focus")
    focus.setObjectName("Focus.field")
    focus.set_text("Amara Osei")
    wrong = Field(theme, "Error")
    wrong.set_text("31 Nov")
    wrong.set_error("November has 30 days.")
    off = Field(theme, "Disabled")
    off.set_text("Whitlock Coaching")
    off.setEnabled(False)
    for field in (rest, focus, wrong, off):
        column.addWidget(field)
        column.addSpacing(8)
    _heading(column, "List row")
    card = Card()
    inside = QVBoxLayout(card)
    inside.setContentsMargins(6, 6, 6, 6)
    model = RowModel()
    model.show_rows(
        [
            Row(UUID(int=1), "Send the two articles", trailing="Tue 24 Nov", icon="handshake"),
            Row(UUID(int=2), "Amara Osei", "Client since 12 March 2026", "10:30", initials="AO"),
        ]
    )
    view = FittedList(theme, "Promises", model, RowDelegate(theme))
    model.setParent(view)
    view.setObjectName("Focus.list")
    view.setCurrentIndex(model.index(1))
    inside.addWidget(view)
    column.addWidget(card)
    _heading(column, "Notices")
    column.addWidget(
        NoticeBar(
            theme,
            "The USB stick was taken out. The backup isn’t finished.",
            action="Try again",
        )
    )
    column.addSpacing(8)
    column.addWidget(
        NoticeBar(
            theme,
            "Two records can’t be read. Nothing was changed.",
            Tone.BRICK,
            action="See which",
        )
    )
    column.addStretch(1)
    return column


def _blocks(theme: Theme) -> QLayout:
    column = _column()
    _heading(column, "Nothing here yet", 0)
    card = Card()
    QVBoxLayout(card).addWidget(
        EmptyState(
            theme,
            "handshake",
            "No open commitments",
            "When you promise something, note it here, and Underrose will remind you before it "
            "falls due.",
            Button(theme, "Note a commitment", icon="plus"),
        )
    )
    column.addWidget(card)
    _heading(column, "Type")
    for style in ("display", "title", "titleSmall", "section", "prompt", "body", "small"):
        column.addWidget(Text(f"Amara Osei, {style}", style))
    column.addWidget(Text("Client since 12 March 2026", "caption", "tertiary"))
    column.addSpacing(12)
    column.addWidget(Divider())
    tabs = TabBar(theme, "Client")
    for name in ("Overview", "Sessions", "Record"):
        tabs.add(name)
    tabs.set_count(1, 14)
    column.addWidget(tabs)
    column.addSpacing(12)
    column.addLayout(_row(Avatar(theme, "AO", 52), Avatar(theme, "AO"), Avatar(theme, "AO", 20)))
    column.addSpacing(12)
    column.addLayout(_row(KeyCap(theme, "Ctrl+K"), Spinner(theme, "Opening"), _lock(theme)))
    column.addStretch(1)
    return column


def _lock(theme: Theme) -> QWidget:
    return IconView(theme, "lock", "rose.text")


def _option_cards(theme: Theme) -> QLayout:
    column = _column()
    column.addWidget(Text("Create your vault", "title"))
    column.addSpacing(22)
    group = QButtonGroup()
    first = OptionCard(
        theme,
        group,
        "This computer’s keyring",
        "Protects against someone who copies the file or takes the disk, but not against someone "
        "using your unlocked login.",
    )
    second = OptionCard(
        theme,
        group,
        "Keyring and a passphrase",
        "Protects against both.",
        badge="Suggested",
    )
    group.setParent(second)
    more = QWidget()
    inside = QVBoxLayout(more)
    inside.setContentsMargins(0, 0, 0, 0)
    passphrase = PassphraseField(theme, "Passphrase")
    passphrase.set_text("correct horse battery")
    inside.addWidget(passphrase)
    strength = StrengthBar(theme)
    strength.show_strength(3, "Hard to guess. Four or more unrelated words work well.")
    inside.addWidget(strength)
    second.set_more(more)
    second.choose()
    column.addWidget(first)
    column.addSpacing(10)
    column.addWidget(second)
    column.addSpacing(10)
    column.addWidget(SmallPrint(theme, "Keyring found: GNOME Keyring", "tertiary", "key-round"))
    column.addStretch(1)
    return column


def _more(theme: Theme) -> QLayout:
    column = _column()
    area = TextArea(theme, "Postal address", hint="As it stands on letters.")
    area.set_text("4 Mill Street\nPenwick")
    column.addWidget(area)
    column.addSpacing(12)
    combo = ComboBox(theme, "How it was given")
    combo.addItems(["Signed on screen", "By email", "Said aloud"])
    column.addWidget(combo)
    column.addSpacing(12)
    large = PassphraseField(theme, "Passphrase", large=True)
    column.addWidget(large)
    room = QWidget()
    CeilingRose(theme, room, diameter=660, centre=_low)
    column.addWidget(room, 1)
    return column


def _low(size: QSize) -> QPointF:
    return QPointF(size.width() / 2, size.height())
