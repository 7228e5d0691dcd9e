"""Looking inside a backup: what is told, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from app.core.errors import Stopped
from app.workflows.restore.look import Look, look_inside
from app.workflows.restore.step import Stage, Step
from crypto.backup.unlock import BackupWay, ByPassphrase, ByWords
from crypto.errors import (
    BackupDamaged,
    BackupMissing,
    PassphraseWrong,
    RecoveryChecksum,
    RecoveryWrong,
)
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.recovery import new_kit
from tests.support.backed_up import BACKUP_PASSPHRASE, BackedUp, a_backed_up_vault
from tests.support.fixed_clock import FixedClock


@pytest.fixture
def backed_up(tmp_path: Path) -> BackedUp:
    return a_backed_up_vault(tmp_path)


def look(path: Path, way: BackupWay, told: list[Step] | None = None) -> Look:
    tell = (told if told is not None else []).append
    return look_inside(path, way, FixedClock(), tell, TEST_ONLY_COSTS)


def test_the_words_show_what_is_in_it_and_everything_was_read(backed_up: BackedUp) -> None:
    told: list[Step] = []
    found = look(backed_up.file, ByWords(backed_up.words), told)
    assert (found.clients, found.sessions, found.notes) == (1, 1, 1)
    assert found.face.name == "Whitlock Coaching"
    assert found.entries > 0
    assert found.last_entry is not None
    assert [*dict.fromkeys(step.stage for step in told)] == [Stage.BYTES, Stage.RECORDS]
    assert all(step.done <= step.total for step in told)


def test_a_passphrase_that_was_added_opens_it_too(tmp_path: Path) -> None:
    backed_up = a_backed_up_vault(tmp_path, passphrase=BACKUP_PASSPHRASE)
    assert look(backed_up.file, ByPassphrase(BACKUP_PASSPHRASE)).clients == 1
    with pytest.raises(PassphraseWrong):
        look(backed_up.file, ByPassphrase("orchard lantern amber"))


def test_looking_changes_nothing(backed_up: BackedUp) -> None:
    before = backed_up.file.read_bytes(), sorted(backed_up.file.parent.iterdir())
    look(backed_up.file, ByWords(backed_up.words))
    assert (backed_up.file.read_bytes(), sorted(backed_up.file.parent.iterdir())) == before


def test_it_can_be_stopped_at_any_step(backed_up: BackedUp) -> None:
    def stop(_: Step) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        look_inside(backed_up.file, ByWords(backed_up.words), FixedClock(), stop, TEST_ONLY_COSTS)


def test_words_of_another_kit_are_told_with_the_kit_that_it_is(backed_up: BackedUp) -> None:
    others = new_kit(1, date(2026, 11, 28)).words
    with pytest.raises(RecoveryWrong) as refused:
        look(backed_up.file, ByWords(others))
    assert refused.value.kit_number == 1


def test_words_that_are_no_kit_are_told(backed_up: BackedUp) -> None:
    with pytest.raises(RecoveryChecksum):
        look(backed_up.file, ByWords(backed_up.words[:23]))


def test_a_file_that_is_not_there_is_told(backed_up: BackedUp) -> None:
    with pytest.raises(BackupMissing):
        look(backed_up.file.with_name("gone"), ByWords(backed_up.words))


@pytest.mark.parametrize("at", [100, 5000, -9000])
def test_a_flipped_bit_in_the_database_is_told(backed_up: BackedUp, at: int) -> None:
    data = bytearray(backed_up.file.read_bytes())
    data[at] ^= 1
    backed_up.file.write_bytes(data)
    with pytest.raises(BackupDamaged):
        look(backed_up.file, ByWords(backed_up.words))


@pytest.mark.parametrize("left", [0, 4096, 8192, -1, -4096])
def test_a_truncated_file_is_told_or_harmless(backed_up: BackedUp, left: int) -> None:
    backed_up.file.write_bytes(backed_up.file.read_bytes()[:left])
    with pytest.raises(BackupDamaged):
        look(backed_up.file, ByWords(backed_up.words))
