"""`underrose demo` from outside: what it makes and refuses, and what an early end leaves."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.demo.command import make_demo
from app.demo.practice import NAME, Size
from app.process.exit_codes import ExitCode
from crypto.primitives.kdf import APP_COSTS
from crypto.vault.vault import look_at

PASSPHRASE = "saddle thirty quiet orchard"


@pytest.fixture(autouse=True)
def signals_as_before() -> object:
    handlers = {end: signal.getsignal(end) for end in (signal.SIGTERM, signal.SIGINT)}
    yield
    for end, handler in handlers.items():
        signal.signal(end, handler)


def made(vault: Path, size: Size = Size(12, 3), passphrase: str = PASSPHRASE) -> int:  # noqa: B008
    return make_demo(vault, size, passphrase, as_json=True, cost=APP_COSTS.lowest)


def test_it_says_what_it_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert made(tmp_path / "vault") == ExitCode.OK
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert (told["notes"], told["clients"], told["name"]) == (12, 3, NAME)
    assert len(told["recovery_words"]) == 24
    assert PASSPHRASE not in said.out + said.err
    assert "12 of 12 notes" in said.err
    assert look_at(tmp_path / "vault").name == NAME


def test_a_place_where_something_is_stays_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    assert made(tmp_path) == ExitCode.USAGE
    assert "left alone" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_short_passphrase_is_refused_and_nothing_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert made(tmp_path / "vault", passphrase="short") == ExitCode.USAGE
    assert "12 characters" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def command(root: Path, vault: Path, *arguments: str) -> "subprocess.Popen[str]":
    hears, says = os.pipe()
    os.write(says, f"{PASSPHRASE}\n".encode())
    os.close(says)
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "app",
            "demo",
            str(vault),
            "--passphrase-fd",
            str(hears),
            *arguments,
        ],
        env={"PYTHONPATH": str(root), "PATH": os.environ["PATH"]},
        pass_fds=(hears,),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(hears)
    return process


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_ended_midway_it_leaves_nothing(root: Path, tmp_path: Path, end: signal.Signals) -> None:
    process = command(root, tmp_path / "vault", "--notes", "15000", "--clients", "30")
    assert process.stderr is not None
    assert "of 15,000 notes" in process.stderr.readline()
    assert (tmp_path / ".vault.new").is_dir()
    process.send_signal(end)
    process.communicate(timeout=30)
    assert process.returncode != 0
    assert list(tmp_path.iterdir()) == []


def test_killed_midway_it_leaves_no_vault_and_the_next_one_clears_up(
    root: Path, tmp_path: Path
) -> None:
    process = command(root, tmp_path / "vault", "--notes", "15000", "--clients", "30")
    assert process.stderr is not None
    process.stderr.readline()
    process.kill()
    process.communicate(timeout=30)
    assert not (tmp_path / "vault").exists()
    deadline = time.monotonic() + 10
    while made(tmp_path / "vault") != ExitCode.OK:  # the lock goes with the process
        assert time.monotonic() < deadline
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]


@pytest.mark.parametrize(
    "arguments", [("--notes", "-1"), ("--notes", "40000", "--clients", "1"), ("--seed", "x")]
)
def test_sizes_that_cannot_be_are_usage_errors(
    root: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    process = command(root, tmp_path / "vault", *arguments)
    _, said = process.communicate(timeout=30)
    assert process.returncode == ExitCode.USAGE
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []
