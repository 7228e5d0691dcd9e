"""The help as a small window: while the vault is locked, over a dialog, and in a session."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.pages.help.reader import HelpReader
from ui.pages.help.topics import Topic, title, topic_named
from ui.pages.help.view_model import HelpModel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.scrim import top_scrim

WIDTH = 760  # logical pixels at 100 % text
HEIGHT = 440  # logical pixels
OFTEN = (Topic.KIT, Topic.SECURITY)  # what is looked for most, wherever somebody is


class HelpDialog(Dialog):
    """One page at a time; what it lies over stays as it is, and has the keyboard again after."""

    def __init__(self, window: QWidget, theme: Theme, model: HelpModel, topic: Topic) -> None:
        """Show `topic` as soon as it is read."""
        super().__init__(window, theme, translate("Help", "Help"), width=WIDTH)
        self.setObjectName("help.dialog")
        self._model = model
        self._topic = topic
        self._reader = HelpReader(theme)
        self._reader.setMinimumHeight(HEIGHT)
        self._reader.topic_chosen.connect(self._turn)
        self.body.addWidget(self._reader)
        for at, other in enumerate(dict.fromkeys((topic, *OFTEN))):
            button = Button(theme, title(other))
            button.setObjectName(f"help.{other.value}")
            button.clicked.connect(lambda _=False, other=other: self._turn(other))
            self.footer.insertWidget(at, button)
        close = self.add_button(Button(theme, translate("Help", "Close")), default=True)
        close.setObjectName("help.close")
        close.clicked.connect(self.dismiss)
        model.read.connect(self._show)
        self._show()
        model.load()

    def _turn(self, topic: Topic) -> None:
        self._topic = topic
        self._show()

    def _show(self) -> None:
        self._reader.show_page(title(self._topic), self._model.text(self._topic))


def is_open(window: QWidget) -> bool:
    """Whether the small window is in front: its key does nothing then."""
    return isinstance(top_scrim(window), HelpDialog)


def bind_locked_help(
    registry: Registry,
    window: QWidget,
    theme: Theme,
    jobs: Jobs,
    focus_page: Callable[[], None],
    topic_here: Callable[[], str],
) -> None:
    """Binds the key for the help of a locked window.

    `topic_here` names the page of the help for what is shown. `focus_page` gives the keyboard to
    the page below: it may have come while the help was open, and what had the keyboard before is
    gone then.
    """

    def open_help() -> None:
        if is_open(window):
            return
        model = HelpModel(jobs)
        dialog = HelpDialog(window, theme, model, topic_named(topic_here()))
        model.setParent(dialog)
        dialog.closed.connect(go_on_below)
        dialog.open()

    def go_on_below() -> None:
        has_it = QApplication.focusWidget()
        if has_it is None or not has_it.isVisible() or has_it is window:
            focus_page()

    def show_one() -> None:
        """In the menu stands the one of the two that can be used."""
        locked = registry.screen is Context.LOCKED
        registry.action("help.locked").setVisible(locked)
        registry.action("help.page").setVisible(not locked)

    registry.bind("help.locked", open_help)
    registry.refreshed.connect(show_one)
    show_one()
