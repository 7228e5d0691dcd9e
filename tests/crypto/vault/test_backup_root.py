"""What wraps the keys of backups comes from the words, and differs by vault and kit."""

from uuid import uuid4

import pytest

from crypto.encoding import enc
from crypto.errors import RecoveryChecksum
from crypto.primitives.kdf import hkdf
from crypto.slots.recovery import entropy_of
from crypto.vault.backup_root import backup_root
from tests.crypto.conftest import ClosedVault


def test_it_comes_from_the_words_vault_and_kit_alone(closed_vault: ClosedVault) -> None:
    vault_id, words = uuid4(), closed_vault.words
    with entropy_of(words) as entropy:
        info = enc("underrose/backup-root/1", 3)
        assert backup_root(words, vault_id, 3).reveal() == hkdf(
            entropy.reveal(), vault_id.bytes, info
        )
    assert backup_root(words, vault_id, 4) != backup_root(words, vault_id, 3)
    assert backup_root(words, uuid4(), 3) != backup_root(words, vault_id, 3)


def test_words_with_a_slip_give_none() -> None:
    with pytest.raises(RecoveryChecksum):
        backup_root(("zoo",) * 24, uuid4(), 1)
