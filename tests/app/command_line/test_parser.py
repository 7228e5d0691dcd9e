"""`underrose` from the outside: sentences and exit codes."""

import json
import os
import shutil
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


def test_checking_tells_by_its_exit_code_and_as_json(root: Path, runtime: Path) -> None:
    frozen = root / "tests" / "vectors" / "vault-format-1"
    vault = runtime / "vault"
    shutil.copytree(frozen / "vault", vault)
    done = underrose(root, runtime, "check", str(vault), "--json")
    assert (done.returncode, json.loads(done.stdout)["sound"]) == (0, True)
    (vault / "header.json").write_bytes(b"x")
    assert underrose(root, runtime, "check", str(vault)).returncode == 13
    nothing = underrose(root, runtime, "check", str(runtime / "nothing"))
    assert (nothing.returncode, nothing.stderr) == (10, "There is no vault there.\n")


def test_checking_reads_a_secret_from_a_descriptor(root: Path, runtime: Path) -> None:
    frozen = root / "tests" / "vectors" / "vault-format-1"
    vault = runtime / "vault"
    shutil.copytree(frozen / "vault", vault)
    contents = json.loads((frozen / "contents.json").read_text("utf-8"))
    own = {"PYTHONPATH": str(root), "XDG_RUNTIME_DIR": str(runtime), "HOME": str(runtime)}
    for option, secret, code, said in (
        ("--passphrase-fd", contents["passphrase"], 0, ""),
        ("--words-fd", " ".join(contents["words"]), 0, ""),
        ("--passphrase-fd", "something else altogether", 12, ""),
        ("--passphrase-fd", "", 2, "gives no passphrase"),
        ("--words-fd", "", 2, "gives no words"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "app", "check", str(vault), option, "0"],
            env=own,
            input=f"{secret}\n",
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == code, done.stderr
        assert said in done.stderr
        assert "Traceback" not in done.stderr


def test_the_exit_codes_of_checking_stand_in_its_help(root: Path, runtime: Path) -> None:
    said = underrose(root, runtime, "check", "--help").stdout
    for code in ("0 ", "1 ", "2 ", "10 ", "11 ", "12 ", "13 "):
        assert f"\n  {code}" in said
