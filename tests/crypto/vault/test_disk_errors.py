import errno

import pytest

from crypto.errors import CryptoError, SaveNotDurable, VaultDamaged, VaultMissing, VaultReadOnly
from crypto.vault.disk_errors import as_reading_errors, as_vault_errors


@pytest.mark.parametrize(
    ("number", "meaning"),
    [
        (errno.ENOENT, VaultMissing),
        (errno.ENOTDIR, VaultMissing),
        (errno.EROFS, VaultReadOnly),
        (errno.EACCES, VaultReadOnly),
        (errno.EPERM, VaultReadOnly),
        (errno.ENOSPC, SaveNotDurable),
        (errno.EDQUOT, SaveNotDurable),
        (errno.EIO, SaveNotDurable),
    ],
)
def test_each_error_of_the_disk_has_its_meaning_and_loses_its_path(
    number: int, meaning: type[CryptoError]
) -> None:
    with pytest.raises(meaning) as error, as_vault_errors():
        raise OSError(number, "text", "Anna.vault")
    assert error.value.__suppress_context__


@pytest.mark.parametrize(
    ("number", "meaning"),
    [
        (errno.EIO, VaultDamaged),
        (errno.ENOENT, VaultMissing),
        (errno.EACCES, VaultReadOnly),
        (errno.ENOMEM, SaveNotDurable),
    ],
)
def test_a_sector_that_cannot_be_read_is_damage_and_no_full_disk(
    number: int, meaning: type[CryptoError]
) -> None:
    with pytest.raises(meaning) as error, as_reading_errors():
        raise OSError(number, "text", "Anna.vault")
    assert error.value.__suppress_context__


def test_other_errors_pass_through() -> None:
    with pytest.raises(ZeroDivisionError), as_vault_errors():
        raise ZeroDivisionError
