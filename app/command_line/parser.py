"""What can be said to `underrose` on the command line, and the commands that need no window."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app.command_line.backing_up import shape_backup
from app.command_line.checking import shape_check
from app.command_line.open_window import open_window
from app.command_line.restoring import shape_restore
from app.process.door import NoAnswer, NotRunning, Wish, knock
from app.process.events import listen
from app.process.exit_codes import ExitCode
from app.process.faults import install
from app.process.single_start import NoSafeFolder, door_folder


def run(arguments: Sequence[str]) -> int:
    """Runs the command that `arguments` name; returns its exit code."""
    install()
    chosen = _parser().parse_args(arguments)
    listen(verbose=chosen.verbose)
    return chosen.run(chosen)


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
    tour = commands.add_parser(
        "tour",
        help="take the main job once by itself, on a vault made for it",
        description="Takes the main job once by itself, in a real window, on a vault made for it:"
        " leaves the vault, a picture of each step, the exported record and summary.json in OUT.",
    )
    tour.add_argument("out", metavar="OUT", type=Path, help="a folder that is new or empty")
    tour.add_argument("--client", metavar="NAME", default="", help="whom to coach")
    tour.add_argument("--note", metavar="FILE", type=Path, help="what to write, plain UTF-8 text")
    tour.add_argument("--json", action="store_true", help="print summary.json when it is over")
    tour.set_defaults(run=_tour)
    demo = commands.add_parser(
        "demo",
        help="make up a practice of any size, in a vault of its own",
        description="Makes up a practice, to look around in or to measure with: nobody in it"
        " exists. The same seed makes up the same names and texts, as far from today.",
    )
    demo.add_argument("vault", metavar="VAULT", type=Path, help="a place where nothing is yet")
    demo.add_argument("--notes", metavar="N", type=_count, default=240, help="how many notes")
    demo.add_argument("--clients", metavar="N", type=_count, default=14, help="how many clients")
    demo.add_argument("--seed", metavar="S", type=int, default=1, help="a number that decides all")
    demo.add_argument(
        "--passphrase-fd",
        metavar="N",
        type=int,
        help="read the new vault's passphrase from this descriptor instead of asking",
    )
    demo.add_argument("--json", action="store_true", help="say as JSON what was made")
    demo.set_defaults(run=_demo)
    shape_check(commands.add_parser("check", help="verify a vault, without writing to it"))
    shape_backup(commands.add_parser("backup", help="make a backup of a vault, and prove it"))
    shape_restore(
        commands.add_parser("restore", help="look into a backup, or bring it back as a vault")
    )
    return parser


def _window(chosen: argparse.Namespace) -> int:
    return open_window(verbose=chosen.verbose)


def _lock(_chosen: argparse.Namespace) -> int:
    try:
        knock(door_folder(), Wish.LOCK)
    except NoSafeFolder as no_folder:
        return _fail(str(no_folder))
    except NotRunning:
        return _fail("Underrose isn't running.", ExitCode.NOT_FOUND)
    except NoAnswer:
        return _fail("The windows are covered, but the last changes can't be saved yet.")
    sys.stdout.write("Underrose is locked.\n")
    return ExitCode.OK


def _tour(chosen: argparse.Namespace) -> int:
    # only the tour needs what it needs
    from app.tour.command import take_tour

    return take_tour(chosen.out.absolute(), chosen.client, chosen.note, as_json=chosen.json)


def _demo(chosen: argparse.Namespace) -> int:
    # only this command needs what it needs
    from app.command_line.passphrase import SecretUnreadable, read_passphrase
    from app.demo.command import make_demo
    from app.demo.practice import MOST_FOR_ONE, Size

    if chosen.notes > chosen.clients * MOST_FOR_ONE:
        most = f"One client has at most {MOST_FOR_ONE:,} notes; so many need more clients."
        return _fail(most, ExitCode.USAGE)
    try:
        passphrase = read_passphrase(chosen.passphrase_fd, "New passphrase", twice=True)
    except SecretUnreadable as refusal:
        return _fail(str(refusal), ExitCode.USAGE)
    size = Size(chosen.notes, chosen.clients, chosen.seed)
    return make_demo(chosen.vault.absolute(), size, passphrase, as_json=chosen.json)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of things")
    return int(text)


def _fail(sentence: str, code: ExitCode = ExitCode.FAILURE) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code
