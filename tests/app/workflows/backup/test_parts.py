"""What is left of a backup that was not made goes, and what somebody else is making stays."""

import errno
import fcntl
import os
from pathlib import Path

import pytest

from app.workflows.backup.errand import Errand
from app.workflows.backup.parts import clear_left, half_made, held, undo


@pytest.fixture
def no_locks(errand: Errand, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive that knows none."""

    def fail(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", fail)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_half_a_backup_of_our_own_is_deleted(errand: Errand, stick: Path) -> None:
    errand.part.write_bytes(b"half")
    undo(errand)
    assert files(stick) == []


@pytest.mark.usefixtures("no_locks")
def test_also_on_a_drive_that_knows_no_locks(errand: Errand, stick: Path) -> None:
    errand.part.write_bytes(b"half")
    undo(errand)
    assert files(stick) == []


@pytest.mark.usefixtures("no_locks")
def test_there_what_may_be_somebody_elses_stays(errand: Errand, stick: Path) -> None:
    other = stick / ".2026-11-28-0badcafe.underrose-backup.part"
    other.write_bytes(b"half")
    clear_left(stick)
    named = Errand(errand.staged, stick, "november", errand.header, errand.key)
    named.part.write_bytes(b"half")
    undo(named)
    assert files(stick) == [other.name, named.part.name]


def test_what_is_half_made_is_found_until_it_is_cleared(errand: Errand, stick: Path) -> None:
    errand.target.write_bytes(b"whole")
    assert half_made(stick) == []
    errand.part.write_bytes(b"half")
    assert half_made(stick) == [errand.part]
    clear_left(stick)
    assert half_made(stick) == []


def test_what_is_being_written_stays(errand: Errand, stick: Path) -> None:
    errand.part.write_bytes(b"half")
    with held(errand.part):
        undo(errand)
        assert files(stick) == [errand.part.name]
    undo(errand)
    assert files(stick) == []
