"""The help over a locked window: one page at a time, and the way to the others."""

from PySide6.QtWidgets import QWidget

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


def bind_locked_help(registry: Registry, window: QWidget, theme: Theme, jobs: Jobs) -> None:
    """Binds the key for the help of a locked window."""
    registry.bind("help.locked", lambda: HelpDialog(window, theme, HelpModel(jobs)).open())
