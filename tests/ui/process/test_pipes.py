"""The pipes to the supervisor carry verbs alone, whatever is printed or read besides."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.process.verbs import Verb

CHATTY = """
import os, subprocess, sys
from ui.process.pipes import NoSupervisor, take_pipes
try:
    pipes = take_pipes()
except NoSupervisor:
    sys.exit(2)
print("printed")
os.write(1, b"written")
subprocess.run([sys.executable, "-c", "print('by a child', repr(input() if False else ''))"])
assert sys.stdin.read() == ""
os.write(pipes.says, b"H")
sys.stderr.write(pipes.start.name)
sys.exit(0 if os.read(pipes.hears, 1) == b"g" else 3)
"""


def run(said: bytes, root: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", CHATTY],
        input=said,
        capture_output=True,
        cwd=root,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize("start", [Verb.FRESH, Verb.AFTER_LOCK, Verb.AFTER_CRASH])
def test_only_verbs_come_out(start: Verb, root: Path) -> None:
    done = run(start.value + b"g", root)
    assert done.returncode == 0, done.stderr
    assert done.stdout == b"H"
    assert b"printed" in done.stderr
    assert b"written" in done.stderr
    assert b"by a child" in done.stderr
    assert start.name.encode() in done.stderr


@pytest.mark.parametrize("said", [b"", b"x", Verb.GO.value])
def test_without_a_start_it_was_not_the_supervisor(said: bytes, root: Path) -> None:
    assert run(said, root).returncode == 2


def test_without_pipes_it_was_not_the_supervisor(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHATTY],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        cwd=root,
        timeout=30,
        check=False,
    )
    assert done.returncode == 2


def test_the_window_by_itself_says_how_it_is_started(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=root,
        timeout=30,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr == b"This is a part of Underrose. Start it with: underrose\n"
