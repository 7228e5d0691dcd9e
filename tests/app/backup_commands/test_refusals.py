"""Every class has its sentence and its exit code, and programs get its name."""

import inspect
import json
from datetime import date

import pytest

from app.backup_commands.refusals import refuse
from app.core import errors as app_errors
from crypto import errors

CODES: dict[Exception, int] = {
    errors.BackupMissing(): 10,
    errors.BackupDamaged(): 13,
    errors.NotABackup(): 13,
    errors.BackupUnverified(): 13,
    errors.BackupTooNew(): 1,
    errors.BackupInterrupted(): 1,
    errors.BackupNoRoom(here=True): 1,
    errors.BackupNoRoom(here=False): 1,
    errors.BackupTooLarge(): 1,
    errors.BackupPlaceReadOnly(): 1,
    errors.BackupNameTaken(): 2,
    errors.BackupRootMissing(): 1,
    errors.VaultMissing(): 10,
    errors.VaultInUse(): 11,
    errors.PassphraseWrong(): 12,
    errors.RecoveryWrong(3, date(2026, 11, 23)): 12,
    errors.KeyringLocked(): 12,
    errors.VaultDamaged(): 13,
    errors.VaultFolderNotEmpty(): 2,
    app_errors.Stopped(): 1,
    app_errors.HeldForDamage(): 13,
}


@pytest.mark.parametrize("error", list(CODES), ids=lambda error: type(error).__name__)
def test_a_class_has_its_code_and_a_sentence_of_its_own(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refuse(error, as_json=True) == CODES[error]
    said = capsys.readouterr()
    assert json.loads(said.out) == {"error": type(error).__name__}
    assert said.err.endswith(".\n")
    assert said.err != "That couldn't be done.\n"


def test_no_class_of_backups_is_left_to_the_general_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    named = {type(error) for error in CODES}
    # One that a command can't meet: it has no vault of its own to compare with.
    never = {errors.BackupError, errors.BackupOfAnotherVault}
    all_of_them = {
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.BackupError)
    }
    assert all_of_them - never <= named


def test_what_nobody_foresaw_shows_none_of_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert refuse(ValueError("Amara Osei"), as_json=False) == 1
    assert capsys.readouterr() == ("", "That couldn't be done.\n")
