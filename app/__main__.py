"""The `underrose` command: the window by default, and what people automate."""

import argparse
import os
import sys
from collections.abc import Sequence

from app.events import listen
from app.exit_codes import ExitCode
from app.faults import install
from app.single_start import (
    AlreadyRunning,
    Door,
    NoAnswer,
    NoSafeFolder,
    NotRunning,
    Wish,
    door_folder,
    knock,
)
from app.supervisor import Supervisor
from app.window_command import window_command, window_environment
from crypto.process.hardening import harden

OPENING = 2.0  # seconds between another start taking the lock and opening its door


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command that `arguments` name; returns its exit code."""
    harden()
    install()
    chosen = _parser().parse_args(arguments)
    listen(verbose=chosen.verbose)
    try:
        return chosen.run(chosen)
    except NoSafeFolder:
        return _fail(
            "There is no folder for running programs that only you can reach."
            " Set XDG_RUNTIME_DIR to one."
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="underrose",
        description="Underrose keeps what clients say in one encrypted vault. Without a command"
        " it opens its window.",
    )
    parser.add_argument("--verbose", action="store_true", help="say on stderr what happens")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    lock = commands.add_parser("lock", help="lock the running Underrose")
    lock.set_defaults(run=_lock)
    return parser


def _window(_chosen: argparse.Namespace) -> int:
    if not _has_screen():
        return _fail("There is no screen here to show a window on.")
    folder = door_folder()
    try:
        door = Door(folder)
    except AlreadyRunning:
        return _show_running()
    try:
        return Supervisor(window_command(), window_environment(os.environ), door).run()
    finally:
        door.close()


def _show_running() -> int:
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    try:
        knock(door_folder(), Wish.SHOW, token, patience=OPENING)
    except (NotRunning, NoAnswer):
        return _fail("Underrose is open already, but doesn't answer.", ExitCode.IN_USE)
    sys.stdout.write("Underrose is open already; its window is in front now.\n")
    return ExitCode.OK


def _lock(_chosen: argparse.Namespace) -> int:
    try:
        knock(door_folder(), Wish.LOCK)
    except NotRunning:
        return _fail("Underrose isn't running.", ExitCode.NOT_FOUND)
    except NoAnswer:
        return _fail("The windows are covered, but the last changes can't be saved yet.")
    sys.stdout.write("Underrose is locked.\n")
    return ExitCode.OK


def _has_screen() -> bool:
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _fail(sentence: str, code: ExitCode = ExitCode.FAILURE) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
