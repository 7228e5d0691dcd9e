"""`underrose` from the outside: sentences and exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    return runtime


def underrose(
    root: Path, runtime: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    own = {"PYTHONPATH": str(root), "XDG_RUNTIME_DIR": str(runtime), "HOME": str(runtime)}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        env=own | environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_locking_what_does_not_run_says_so(root: Path, runtime: Path) -> None:
    done = underrose(root, runtime, "lock")
    assert done.returncode == 10
    assert done.stderr == "Underrose isn't running.\n"


def test_without_a_screen_it_says_so(root: Path, runtime: Path) -> None:
    done = underrose(root, runtime)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no screen here")


def test_an_unknown_command_is_a_usage_error(root: Path, runtime: Path) -> None:
    done = underrose(root, runtime, "unlock")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_without_a_safe_folder_it_says_so(root: Path, tmp_path: Path) -> None:
    laid = tmp_path / "tmp"
    laid.mkdir()
    (laid / f"underrose-{os.getuid()}").touch()
    done = underrose(root, tmp_path / "missing", "lock", TMPDIR=str(laid))
    assert done.returncode == 1
    assert "only you can reach" in done.stderr
    assert "Traceback" not in done.stderr
