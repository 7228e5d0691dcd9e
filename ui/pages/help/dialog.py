"""The help over a locked window: one page at a time, and the way to the others."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.pages.help.reader import HelpReader
from ui.pages.help.topics import Topic, title
from ui.pages.help.view_model import HelpModel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog

WIDTH = 760  # logical pixels at 100 % text
HEIGHT = 440  # logical pixels


class HelpDialog(Dialog):
    """Begins with the Recovery Kit, since whoever is locked out looks for that."""

    def __init__(self, window: QWidget, theme: Theme, model: HelpModel) -> None:
        """Show the page of the Recovery Kit as soon as it is read."""
        super().__init__(window, theme, translate("Help", "Help"), width=WIDTH)
        self.setObjectName("help.dialog")
        self._model = model
        model.setParent(self)
        self._topic = Topic.KIT
        self._reader = HelpReader(theme)
        self._reader.setMinimumHeight(HEIGHT)
        self._reader.topic_chosen.connect(self._turn)
        self.body.addWidget(self._reader)
        for topic in (Topic.LOCKING, Topic.SECURITY, Topic.KIT):
            button = Button(theme, title(topic))
            button.setObjectName(f"help.{topic.value}")
            button.clicked.connect(lambda _=False, topic=topic: self._turn(topic))
            self.footer.insertWidget(0, button)
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


def bind_locked_help(
    registry: Registry,
    window: QWidget,
    theme: Theme,
    jobs: Jobs,
    focus_page: Callable[[], None],
) -> None:
    """Binds the key for the help of a locked window.

    `focus_page` gives the keyboard to the page below: it may have come while the help was open,
    and what had the keyboard before is gone then.
    """

    def open_help() -> None:
        dialog = HelpDialog(window, theme, HelpModel(jobs))
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
