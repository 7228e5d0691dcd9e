"""The command table: ids are unique, a key means one thing on a screen, titles are marked."""

import ast
import importlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from tests.support.source_tree import Module, called, calls, modules, planted
from ui.commands.command import Command, Menu
from ui.commands.context import Context, in_force
from ui.composition import all_commands

COMPOSITION = "ui.composition"  # collects what the others declare


def declaring(root: Path) -> list[Module]:
    """The modules of ui/ that declare commands."""
    return [
        module
        for module in modules(root, "ui")
        if module.name != COMPOSITION
        if any(_assigns_table(statement) for statement in module.tree.body)
    ]


def _assigns_table(statement: ast.stmt) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name == "COMMANDS"
        case _:
            return False


def declared(root: Path) -> list[Command]:
    return [
        command
        for module in declaring(root)
        for command in importlib.import_module(module.name).COMMANDS
    ]


def repeated_ids(commands: Iterable[Command]) -> list[str]:
    return [id for id, times in Counter(command.id for command in commands).items() if times > 1]


def ambiguous_keys(commands: Sequence[Command]) -> list[str]:
    """Keys that mean two things where both can be used."""
    found: set[str] = set()
    for screen in Context:
        users: dict[str, set[str]] = {}
        for command in commands:
            if command.context in in_force(screen):
                for key in command.keys:
                    users.setdefault(_portable(key), set()).add(command.id)
        found |= {f"{key}: {', '.join(sorted(ids))}" for key, ids in users.items() if len(ids) > 1}
    return sorted(found)


def unreadable_keys(commands: Iterable[Command]) -> list[str]:
    """Keys that Qt does not know, or writes otherwise."""
    return [
        f"{command.id}: {key}"
        for command in commands
        for key in command.keys
        if _portable(key) != key
    ]


def _portable(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def unmarked(root: Path) -> list[str]:
    """Titles and synonyms of commands that lupdate would not find."""
    return [
        f"{module.place}:{call.lineno}"
        for module in modules(root, "ui")
        for call in calls(module.tree)
        if called(call) == "Command" and not all(_is_marked(text) for text in _texts(call))
    ]


def _texts(call: ast.Call) -> list[ast.expr]:
    title = [word.value for word in call.keywords if word.arg == "title"] or call.args[1:2]
    synonyms = next((word.value for word in call.keywords if word.arg == "words"), None)
    return title + (synonyms.elts if isinstance(synonyms, ast.Tuple) else [])


def _is_marked(text: ast.expr) -> bool:
    return (
        isinstance(text, ast.Call)
        and called(text) == "QT_TRANSLATE_NOOP"
        and isinstance(text.args[0], ast.Constant)
        and text.args[0].value == "Command"
    )


def test_the_window_has_every_command_that_is_declared(root: Path) -> None:
    assert sorted(command.id for command in all_commands()) == sorted(
        command.id for command in declared(root)
    )


def test_every_id_is_unique(root: Path) -> None:
    assert repeated_ids(declared(root)) == []


def test_a_key_means_one_thing_on_a_screen(root: Path) -> None:
    assert ambiguous_keys(declared(root)) == []


def test_every_key_is_one_that_qt_knows(root: Path) -> None:
    assert unreadable_keys(declared(root)) == []


def test_every_title_can_be_translated(root: Path) -> None:
    assert unmarked(root) == []


def command(id: str, context: Context, *keys: str) -> Command:
    return Command(id, "A title", Menu.FILE, context, keys=keys)


def test_a_repeated_id_is_found() -> None:
    twice = [command("client.add", Context.DESK), command("client.add", Context.CLIENT)]
    assert repeated_ids(twice) == ["client.add"]


def test_a_key_with_two_meanings_is_found() -> None:
    both = [
        command("app.lock", Context.EVERYWHERE, "Ctrl+L"),
        command("client.leave", Context.CLIENT, "Ctrl+L"),
    ]
    assert ambiguous_keys(both) == ["Ctrl+L: app.lock, client.leave"]


def test_a_key_may_mean_two_things_on_two_screens() -> None:
    apart = [
        command("go.today", Context.DESK, "Ctrl+1"),
        command("mark.insight", Context.SESSION, "Ctrl+1"),
    ]
    assert ambiguous_keys(apart) == []


def test_a_key_that_qt_does_not_know_is_found() -> None:
    assert unreadable_keys([command("a.b", Context.DESK, "Ctrl+Shft+L")]) == ["a.b: Ctrl+Shft+L"]


@pytest.mark.parametrize(
    "source",
    [
        'Command("a.b", "Add", Menu.FILE, Context.DESK)',
        'Command("a.b", QT_TRANSLATE_NOOP("Page", "Add"), Menu.FILE, Context.DESK)',
        'Command("a.b", QT_TRANSLATE_NOOP("Command", "Add"), Menu.FILE, words=("new",))',
    ],
)
def test_an_unmarked_text_is_found(tmp_path: Path, source: str) -> None:
    assert unmarked(planted(tmp_path, "ui/pages/x/commands.py", source)) == [
        "ui/pages/x/commands.py:1"
    ]
