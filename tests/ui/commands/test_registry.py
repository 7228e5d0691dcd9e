"""A command is declared once, and can be used where it belongs and when its binding says so."""

import pytest
from PySide6.QtGui import QKeySequence

from tests.ui.commands.conftest import COMMANDS
from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.widgets.scrim import OVER_DIALOGS


class Runs:
    """Counts."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def runs() -> Runs:
    return Runs()


def test_a_bound_command_runs_by_its_action(registry: Registry, runs: Runs) -> None:
    registry.bind("client.add", runs)
    registry.action("client.add").trigger()
    assert runs.times == 1


def test_a_command_that_nobody_bound_is_off(registry: Registry) -> None:
    registry.run("client.add")
    assert not registry.action("client.add").isEnabled()


def test_a_command_is_off_where_it_does_not_belong(registry: Registry, runs: Runs) -> None:
    registry.bind("client.edit", runs)
    registry.run("client.edit")
    assert not registry.action("client.edit").isEnabled()
    registry.set_context(Context.CLIENT)
    assert registry.action("client.edit").isEnabled()
    registry.run("client.edit")
    assert runs.times == 1


@pytest.mark.parametrize(
    ("screen", "on"),
    [
        (Context.LOCKED, {"app.lock"}),
        (Context.DESK, {"app.lock", "palette.open", "keys.show", "client.add"}),
        (Context.CLIENT, {"app.lock", "palette.open", "keys.show", "client.add", "client.edit"}),
        (Context.SESSION, {"app.lock", "palette.open", "keys.show", "mark.insight"}),
    ],
)
def test_each_screen_has_its_commands(
    registry: Registry, runs: Runs, screen: Context, on: set[str]
) -> None:
    for command in COMMANDS:
        registry.bind(command.id, runs)
    registry.set_context(screen)
    assert {c.id for c in registry.commands() if registry.action(c.id).isEnabled()} == on


def test_a_binding_says_when_it_can_be_used(registry: Registry, runs: Runs) -> None:
    possible = False
    registry.bind("client.add", runs, lambda: possible)
    assert not registry.action("client.add").isEnabled()
    possible = True
    registry.refresh()
    assert registry.action("client.add").isEnabled()


def test_keys_are_the_actions_shortcuts(registry: Registry) -> None:
    shortcuts = registry.action("app.lock").shortcuts()
    assert shortcuts == [QKeySequence("Ctrl+L"), QKeySequence("F12")]


def test_only_what_is_always_possible_reaches_over_dialogs(registry: Registry) -> None:
    reaching = [c.id for c in COMMANDS if registry.action(c.id).property(OVER_DIALOGS)]
    assert reaching == ["app.lock"]


def test_an_id_is_declared_once(registry: Registry) -> None:
    with pytest.raises(ValueError, match=r"app\.lock"):
        registry.declare(COMMANDS[:1])


def test_a_command_is_bound_once(registry: Registry, runs: Runs) -> None:
    registry.bind("client.add", runs)
    with pytest.raises(ValueError, match=r"client\.add"):
        registry.bind("client.add", runs)


def test_nobody_binds_what_is_not_declared(registry: Registry, runs: Runs) -> None:
    with pytest.raises(KeyError):
        registry.bind("client.praise", runs)


def test_while_nothing_can_be_written_a_writing_command_says_why_instead(
    registry: Registry, runs: Runs
) -> None:
    said = Runs()
    registry.bind("client.add", runs)
    registry.bind("palette.open", runs)
    registry.set_context(Context.DESK)
    registry.refuse_writes(said)
    registry.run("client.add")
    assert (runs.times, said.times) == (0, 1)
    registry.run("palette.open")
    assert (runs.times, said.times) == (1, 1)
