"""The one place that knows every command, whether it can be used now, and what it does."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from ui.commands.command import Command
from ui.commands.context import Context, in_force
from ui.translation import translate
from ui.widgets.scrim import IN_DIALOGS, OVER_DIALOGS


def _always() -> bool:
    return True


class Registry(QObject):
    """Holds one QAction a command; menus, keys, buttons and the palette all go through it.

    A page that can do something binds it once, when it is built:

        registry.bind("session.start", self.start, enabled=lambda: self.client is not None)

    and calls `registry.refresh()` when what `enabled` says may have changed. A button that
    does the same thing calls `registry.action("session.start").trigger()`.
    """

    refreshed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._runs: dict[str, Callable[[], None]] = {}
        self._enabled: dict[str, Callable[[], bool]] = {}
        self._screen = Context.LOCKED
        self._refuse: Callable[[], None] | None = None

    def declare(self, commands: Iterable[Command]) -> None:
        """Adds commands; raises ValueError for an id that is there already."""
        for command in commands:
            if command.id in self._commands:
                raise ValueError(command.id)
            self._commands[command.id] = command
            self._actions[command.id] = self._make_action(command)

    def bind(
        self, id: str, run: Callable[[], None], enabled: Callable[[], bool] | None = None
    ) -> None:
        """Says what a declared command does; raises KeyError if undeclared, ValueError if bound."""
        if id in self._runs:
            raise ValueError(id)
        action = self._actions[id]
        self._runs[id] = run
        self._enabled[id] = enabled or _always
        action.triggered.connect(lambda: self.run(id))
        action.setEnabled(self.is_enabled(id))

    def run(self, id: str) -> None:
        """Does what the command does, if it can be used now; or says that nothing is written."""
        if not self.is_enabled(id):
            return
        if self._refuse is not None and self._commands[id].writes:
            self._refuse()
        else:
            self._runs[id]()

    def refuse_writes(self, say_why: Callable[[], None]) -> None:
        """From now on, what would write says why not: the vault is open for reading only."""
        self._refuse = say_why

    def is_bound(self, id: str) -> bool:
        """Whether somebody said what the command does."""
        return id in self._runs

    def is_enabled(self, id: str) -> bool:
        """Whether the command is bound, in force on this screen and allowed by its binding."""
        return (
            id in self._runs
            and self._commands[id].context in in_force(self._screen)
            and self._enabled[id]()
        )

    @property
    def screen(self) -> Context:
        """The context of what is in front of the person."""
        return self._screen

    def set_context(self, screen: Context) -> None:
        """Says what is in front of the person now."""
        self._screen = screen
        self.refresh()

    def refresh(self) -> None:
        """Looks again at which commands can be used."""
        for id, action in self._actions.items():
            action.setEnabled(self.is_enabled(id))
        self.refreshed.emit()

    def action(self, id: str) -> QAction:
        """The command's action; raises KeyError."""
        return self._actions[id]

    def command(self, id: str) -> Command:
        """The command; raises KeyError."""
        return self._commands[id]

    def commands(self) -> tuple[Command, ...]:
        """Every command, in the order in which they were declared."""
        return tuple(self._commands.values())

    def _make_action(self, command: Command) -> QAction:
        action = QAction(translate("Command", command.title), self)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setProperty(OVER_DIALOGS, command.context is Context.ALWAYS)
        action.setProperty(IN_DIALOGS, command.in_dialogs)
        action.setEnabled(False)
        return action
