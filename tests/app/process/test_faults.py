"""Of an error that nobody foresaw only its class and place are told."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.process.faults import install, report

SCRIPT = """
import sys, threading
from app.process.faults import install
install()
{}
"""
RAISE = "raise ValueError('Amara Osei')"


def test_an_error_without_a_place_is_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    report(ValueError("Amara Osei"))
    assert capsys.readouterr().err == "ValueError at an unknown place\n"


@pytest.mark.parametrize(
    "body",
    [
        RAISE,
        f"def f(): {RAISE}\nt = threading.Thread(target=f)\nt.start()\nt.join()",
        f"class C:\n  def __del__(self): {RAISE}\nC()",
    ],
)
def test_an_uncaught_error_says_where_and_not_what(root: Path, tmp_path: Path, body: str) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(body))
    done = subprocess.run(
        [sys.executable, str(script)],
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert "ValueError at " in done.stderr
    assert "script.py:" in done.stderr
    assert "Amara" not in done.stderr
    assert "Traceback" not in done.stderr


def test_whoever_watches_is_told_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, getattr(sys, hook))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told: list[BaseException] = []
    install(told.append)
    error = ValueError("Amara Osei")
    sys.excepthook(ValueError, error, None)
    assert told == [error]
