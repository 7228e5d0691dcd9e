"""What is no sound backup, or not the one that was meant: told by class, and nothing is made."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from app.backup_commands.backup_secret import BackupSecret
from app.backup_commands.restoring import Wanted, look_into
from crypto.backup.header import BLOCK_BYTES
from crypto.slots.recovery import new_kit
from tests.support.kept_backup import OWN_PASSPHRASE, Kept, Run

PAGE = 4096
CUTS = [0, 1, 4095, 4096, 4097, 0.25, 0.5, 0.75, -2 * BLOCK_BYTES, -BLOCK_BYTES - 1, -BLOCK_BYTES,
        -BLOCK_BYTES + 1, -300, -1]  # fmt: skip


@pytest.mark.parametrize("cut", CUTS)
def test_one_that_is_cut_off_is_refused_wherever_it_is(
    kept: Kept, look: Run, restore: Run, tmp_path: Path, cut: float
) -> None:
    data = kept.backup.read_bytes()
    at = round(cut * len(data)) if isinstance(cut, float) else cut
    kept.backup.write_bytes(data[:at])
    looked = look(kept.backup, kept.by_words)
    assert looked.code == 13
    # Cut off by a whole block, it still ends in one.
    told = "BackupDamaged" if cut == -BLOCK_BYTES else "NotABackup"
    assert looked.json["error"] == told
    restored = restore(kept.backup, kept.by_words, Wanted(tmp_path / "new"))
    assert restored.code == 13
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".new*"))


@pytest.mark.parametrize("more", [b"\n", b"x", bytes(PAGE), bytes(2 * BLOCK_BYTES)])
def test_one_with_something_behind_it_is_refused(kept: Kept, look: Run, more: bytes) -> None:
    kept.backup.write_bytes(kept.backup.read_bytes() + more)
    assert look(kept.backup, kept.by_words).code == 13


def test_one_with_a_page_put_in_is_refused(kept: Kept, look: Run) -> None:
    data = kept.backup.read_bytes()
    kept.backup.write_bytes(data[:PAGE] + bytes(PAGE) + data[PAGE:])
    assert look(kept.backup, kept.by_words).code == 13


@pytest.mark.parametrize("where", [20, 5000, 0.3, 0.6, 0.9])
def test_one_changed_bit_is_enough(
    kept: Kept, look: Run, restore: Run, tmp_path: Path, where: float
) -> None:
    data = bytearray(kept.backup.read_bytes())
    data[where if isinstance(where, int) else round(where * (len(data) - 2 * BLOCK_BYTES))] ^= 4
    kept.backup.write_bytes(data)
    assert look(kept.backup, kept.by_words).code == 13
    assert restore(kept.backup, kept.by_words, Wanted(tmp_path / "new")).code == 13
    assert not (tmp_path / "new").exists()


def test_another_name_changes_nothing(kept: Kept, look: Run, restore: Run, tmp_path: Path) -> None:
    moved = kept.backup.rename(tmp_path / "holiday photos.jpg")
    assert look(moved, kept.by_words).code == 0
    assert restore(moved, kept.by_words, Wanted(tmp_path / "new")).code == 0


def test_of_two_blocks_one_is_enough(kept: Kept, look: Run) -> None:
    data = kept.backup.read_bytes()
    for block in (-2, -1):
        begin = len(data) + block * BLOCK_BYTES
        damaged = data[:begin] + b"x" * 100 + data[begin + 100 :]
        kept.backup.write_bytes(damaged)
        assert look(kept.backup, kept.by_words).code == 0


def test_what_is_not_there_is_not_found(kept: Kept, look: Run, restore: Run) -> None:
    nothing = kept.stick / "nothing"
    assert look(nothing, kept.by_words).code == 10
    assert restore(nothing, kept.by_words, Wanted(kept.stick / "new")).code == 10
    assert not (kept.stick / "new").exists()


def test_a_folder_is_no_backup_and_a_pipe_is_not_waited_for(kept: Kept, look: Run) -> None:
    assert look(kept.stick, kept.by_words).code == 10
    os.mkfifo(kept.stick / "pipe")
    assert look(kept.stick / "pipe", kept.by_words).code == 10


@pytest.mark.parametrize("data", [b"", b"\n", b"%PDF-1.7", b"x" * 20_000, bytes(40_960)])
def test_any_other_file_is_refused(kept: Kept, look: Run, data: bytes) -> None:
    other = kept.stick / "other"
    other.write_bytes(data)
    assert look(other, kept.by_words).code == 13


def test_a_vaults_own_database_is_refused(kept: Kept, look: Run) -> None:
    shutil.copy(kept.vault / "vault-1.db", kept.stick / "database")
    assert look(kept.stick / "database", kept.by_words).code == 13


def test_words_of_another_kit_open_nothing_and_the_right_one_is_named(
    kept: Kept, look: Run, restore: Run, tmp_path: Path
) -> None:
    others = BackupSecret(words=" ".join(new_kit(1, date(2026, 11, 23)).words))
    looked = look(kept.backup, others)
    assert (looked.code, looked.json["error"]) == (12, "RecoveryWrong")
    assert "it takes kit 1, 20" in looked.stderr
    assert restore(kept.backup, others, Wanted(tmp_path / "new")).code == 12
    assert not (tmp_path / "new").exists()


def test_words_that_are_none_are_told(kept: Kept, look: Run) -> None:
    misspelt = BackupSecret(words=" ".join(("sadle", *kept.words[1:])))
    looked = look(kept.backup, misspelt)
    assert (looked.code, looked.json["error"]) == (12, "RecoveryWordUnknown")
    assert looked.stderr == "Word 1 isn't one of the words.\n"
    few = BackupSecret(words=" ".join(kept.words[:23]))
    looked = look(kept.backup, few)
    assert looked.json["error"] == "RecoveryChecksum"
    assert looked.stderr.startswith("Of 24 words 23 came;")


def test_neither_the_vaults_passphrase_nor_a_wrong_one_opens_it(kept: Kept, look: Run) -> None:
    for passphrase in ("saddle thirty quiet orchard", "nothing like it at all", ""):
        looked = look(kept.backup, BackupSecret(passphrase=passphrase))
        assert (looked.code, looked.json["error"]) == (12, "PassphraseWrong")


def test_a_cost_that_the_app_does_not_write_is_refused_before_it_is_spent(
    kept: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    # Of this backup's passphrase, which is one for tests alone: too cheap for the app.
    by_it = BackupSecret(passphrase=OWN_PASSPHRASE)
    assert look_into(kept.backup, by_it, as_json=False) == 13
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("The backup is damaged. Nothing was changed. Take another one; or ")
    assert said.err.endswith("where what can still be read of it can be saved.\n")
