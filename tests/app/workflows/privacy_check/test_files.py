"""The vault's files are for their owner alone, or the check-up says so and mends it."""

import os
from pathlib import Path

import pytest

from app.workflows.privacy_check import files
from app.workflows.privacy_check.files import look, make_private
from app.workflows.privacy_check.finding import Fact, Finding


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "Practice.vault"
    (folder / "handover").mkdir(parents=True)
    (folder / "header.json").write_text("x")
    (folder / "handover" / "1.sealed").write_text("x")
    for path, mode in (
        (folder, 0o700),
        (folder / "handover", 0o700),
        (folder / "header.json", 0o600),
        (folder / "handover" / "1.sealed", 0o600),
    ):
        path.chmod(mode)
    return folder


def test_private_files_are_counted(vault: Path) -> None:
    assert look(vault) == Finding(Fact.FILES_PRIVATE, (4,))


def test_an_open_file_is_told_wherever_it_lies(vault: Path) -> None:
    (vault / "handover" / "1.sealed").chmod(0o640)
    vault.chmod(0o701)
    assert look(vault) == Finding(Fact.FILES_OPEN, (2,))


def test_making_private_takes_the_rights_of_others_and_no_other(vault: Path) -> None:
    vault.chmod(0o755)
    (vault / "header.json").chmod(0o444)
    make_private(vault)
    assert look(vault) == Finding(Fact.FILES_PRIVATE, (4,))
    assert (vault / "header.json").stat().st_mode & 0o777 == 0o400


def test_a_file_of_somebody_else_is_told(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: vault.stat().st_uid + 1)
    assert look(vault) == Finding(Fact.FILES_FOREIGN, (4,))


def test_a_link_has_no_rights_to_take(vault: Path) -> None:
    (vault / "link").symlink_to(vault / "header.json")
    assert look(vault) == Finding(Fact.FILES_PRIVATE, (5,))


def test_a_folder_that_is_gone_cannot_be_told(vault: Path) -> None:
    assert look(vault / "gone") == Finding(Fact.FILES_UNKNOWN)


def test_on_windows_modes_say_nothing(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.sys, "platform", "win32")
    assert look(vault) == Finding(Fact.FILES_UNKNOWN)
