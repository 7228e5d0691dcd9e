"""`underrose restore` says what became of the backup, also when only a part could be done."""

import json
import os
from pathlib import Path

import pytest

from app.backup_commands import restoring
from app.backup_commands.backup_secret import BackupSecret
from app.backup_commands.restoring import Wanted, look_into, restore_backup
from crypto.errors import SaveNotDurable
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay, parse_words
from tests.support.kept_backup import OWN_PASSPHRASE, Kept, Run

NEW_PASSPHRASE = "turnip velvet almanac seven"


def test_by_words_it_keeps_its_kit_and_its_records(
    kept: Kept, restore: Run, tmp_path: Path
) -> None:
    told = restore(kept.backup, kept.by_words, Wanted(tmp_path / "new", NEW_PASSPHRASE))
    assert (told.code, told.json["kit_number"], told.json["new_kit"]) == (0, 1, False)
    for way in (RecoveryWay(kept.words), PassphraseWay(NEW_PASSPHRASE)):
        workspace = kept.open(way, tmp_path / "new")
        names = [client.details.name for client in workspace.clients.listed()]
        workspace.close()
        assert names == ["Amara Osei", "Bo"]
    workspace = kept.open()  # the vault beside it is as it was
    workspace.close()


def test_by_passphrase_the_new_words_are_out_before_anything_is_made(
    kept: Kept, restore: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, write = os.pipe()
    made = restoring.restore

    def looked(*given: object, **more: object) -> object:
        assert len(parse_words(os.read(read, 4096).decode())) == 24
        assert not (tmp_path / "new").exists()
        return made(*given, **more)  # pyright: ignore[reportArgumentType]  as it was called

    monkeypatch.setattr(restoring, "restore", looked)
    by_it = BackupSecret(passphrase=OWN_PASSPHRASE)
    told = restore(kept.backup, by_it, Wanted(tmp_path / "new", new_kit_fd=write))
    os.close(write)
    os.close(read)
    assert (told.code, told.json["new_kit"]) == (0, True)
    assert told.json["kit_number"] > 100  # far from those of the vault that was backed up


def test_what_is_there_stays_and_the_new_words_are_said_to_open_nothing(
    kept: Kept, restore: Run, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "letter").touch()
    read, write = os.pipe()
    by_it = BackupSecret(passphrase=OWN_PASSPHRASE)
    told = restore(kept.backup, by_it, Wanted(tmp_path / "new", new_kit_fd=write))
    os.close(write)
    os.close(read)
    assert (told.code, told.json["error"]) == (2, "VaultFolderNotEmpty")
    assert told.stderr.endswith("If new words were written, they open nothing.\n")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["letter"]


def test_a_passphrase_that_is_too_short_restores_nothing(
    kept: Kept, restore: Run, tmp_path: Path
) -> None:
    told = restore(kept.backup, kept.by_words, Wanted(tmp_path / "new", "short"))
    assert (told.code, told.json["error"]) == (2, "PassphraseNotUsable")
    assert not (tmp_path / "new").exists()


def test_restored_without_the_passphrase_that_was_wanted_it_says_so(
    kept: Kept, restore: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise SaveNotDurable

    monkeypatch.setattr(restoring, "open_workspace", full)
    told = restore(kept.backup, kept.by_words, Wanted(tmp_path / "new", NEW_PASSPHRASE))
    assert told.code == 1
    assert told.stderr.startswith("Restored, and it opens by the words. The passphrase wasn't")
    kept.open(RecoveryWay(kept.words), tmp_path / "new").close()


def test_one_that_was_frozen_long_ago_is_looked_into_and_restored_for_ever(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frozen = root / "tests" / "vectors" / "backup-format-1-schema-11"
    contents = json.loads((frozen / "contents.json").read_text("utf-8"))
    words = contents["words"]
    by_words = BackupSecret(words=words if isinstance(words, str) else " ".join(words))
    for secret in (by_words, BackupSecret(passphrase=contents["passphrase"])):
        # At the app's own costs, unlike what is made in the other tests.
        assert look_into(frozen / "backup.underrose-backup", secret, as_json=True) == 0
        assert json.loads(capsys.readouterr().out)["clients"] == len(contents["clients"])
    wanted = Wanted(tmp_path / "new")
    file = frozen / "backup.underrose-backup"
    assert restore_backup(file, by_words, wanted, as_json=True) == 0
    assert json.loads(capsys.readouterr().out)["vault"] == str(tmp_path / "new")
