"""Which failures leave a vault that may still be read."""

import pytest

from crypto.errors import PassphraseWrong, SaveNotDurable, VaultDamaged, VaultReadOnly
from ui.ways_in.for_reading import may_be_read


@pytest.mark.parametrize("error", [VaultReadOnly(), VaultDamaged(), SaveNotDurable()])
def test_what_only_writing_needs_leaves_it_readable(error: Exception) -> None:
    assert may_be_read(error)


@pytest.mark.parametrize("error", [PassphraseWrong(), None])
def test_a_wrong_secret_reads_nothing(error: Exception | None) -> None:
    assert not may_be_read(error)
