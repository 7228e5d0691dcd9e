"""Programs of the system are asked by their full path, and not for long."""

from pathlib import Path

import pytest

from app.workflows.privacy_check import tool
from app.workflows.privacy_check.tool import Tool, ask


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Tool:
    """A program that runs `script`, in place of the one of the system."""
    program = folder / "gsettings"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o700)

    def where(_: Tool) -> Path:
        return program

    monkeypatch.setattr(tool, "_where", where)
    return Tool.GSETTINGS


def test_its_words_are_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = stand_in(tmp_path, 'echo "$1 $LC_ALL"; echo trouble >&2', monkeypatch)
    assert ask(asked, "get") == "get C\n"


@pytest.mark.parametrize("script", ["exit 1", "exec sleep 20"])
def test_one_that_fails_or_hangs_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr(tool, "SECONDS", 0.2)
    assert ask(stand_in(tmp_path, script, monkeypatch)) is None


def test_one_that_is_not_there_says_nothing() -> None:
    assert ask(Tool.MANAGE_BDE) is None


def test_every_program_is_named_by_its_full_path() -> None:
    assert all(one.value.startswith(("/usr/bin/", "C:\\Windows\\System32\\")) for one in Tool)
