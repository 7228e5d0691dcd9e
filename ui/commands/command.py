"""What a command is: one thing that a person can do, declared as data."""

from dataclasses import dataclass
from enum import StrEnum

from ui.commands.context import Context


class Menu(StrEnum):
    """The menus of the menu bar, in their order."""

    FILE = "file"
    EDIT = "edit"
    GO = "go"
    CLIENT = "client"
    SESSION = "session"
    VIEW = "view"
    HELP = "help"


@dataclass(frozen=True)
class Command:
    """One command; what it does is bound later, by whoever can do it.

    A page declares its own in `ui/pages/<page>/commands.py`:

        COMMANDS = (
            Command(
                "client.edit",
                QT_TRANSLATE_NOOP("Command", "Edit details"),
                Menu.CLIENT,
                Context.CLIENT,
                keys=("F2",),
                icon="pencil",
                words=(QT_TRANSLATE_NOOP("Command", "rename"),),
            ),
        )

    and binds it where it is done: `registry.bind("client.edit", self.edit)`. One line in
    `ui/composition.py` declares the tuple. Commands of one menu stand in the order in which
    they are declared, with a line wherever the part of the id before the dot changes.
    """

    id: str  # "client.add": also the object name of its action
    title: str  # marked with QT_TRANSLATE_NOOP("Command", ...)
    menu: Menu
    context: Context
    keys: tuple[str, ...] = ()  # portable text, "Ctrl+K"; the first one is the one shown
    icon: str = ""  # a Lucide name
    words: tuple[str, ...] = ()  # everyday synonyms, marked like the title
    in_palette: bool = True
    writes: bool = False  # changes the vault; refused while that can only be read
    in_dialogs: bool = False  # its key works in a dialog, too

    @property
    def subject(self) -> str:
        """What the command is about: the part of the id before the dot."""
        return self.id.partition(".")[0]
