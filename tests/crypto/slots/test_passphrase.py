from uuid import UUID

import pytest

from crypto.errors import HeaderTampered, PassphraseNotUsable, PassphraseWrong
from crypto.primitives.kdf import APP_COSTS, TEST_ONLY_COST, TEST_ONLY_COSTS, argon2id
from crypto.slots.passphrase import PassphraseSlot, PassphraseWay

VAULT = UUID(int=1)
PASSPHRASE = "correct horse battery"


def enrolled() -> PassphraseSlot:
    descriptor = PassphraseWay(PASSPHRASE).enrol(VAULT, TEST_ONLY_COST).descriptor
    assert isinstance(descriptor, PassphraseSlot)
    return descriptor


def test_the_passphrase_is_stretched_with_the_slots_own_salt() -> None:
    slot = enrolled()
    chosen = PassphraseWay(PASSPHRASE).choose([slot], VAULT, TEST_ONLY_COSTS)
    assert chosen.slot_id == slot.slot_id
    assert chosen.key_material == argon2id(PASSPHRASE.encode(), slot.kdf.salt, TEST_ONLY_COST)


def test_every_slot_has_its_own_salt() -> None:
    assert enrolled().kdf.salt != enrolled().kdf.salt


def test_a_cost_that_no_app_writes_is_refused_before_it_runs() -> None:
    with pytest.raises(HeaderTampered):
        PassphraseWay(PASSPHRASE).choose([enrolled()], VAULT, APP_COSTS)


def test_a_passphrase_opens_no_vault_without_a_passphrase_slot() -> None:
    with pytest.raises(PassphraseWrong):
        PassphraseWay(PASSPHRASE).choose([], VAULT, APP_COSTS)


def test_a_short_one_is_refused_for_a_new_slot() -> None:
    with pytest.raises(PassphraseNotUsable):
        PassphraseWay("too short").refuse_unusable()


def test_the_way_in_does_not_show_its_passphrase() -> None:
    assert "horse" not in repr(PassphraseWay(PASSPHRASE))
