import msgspec
import pytest

from crypto.errors import HeaderTampered
from crypto.primitives.kdf import APP_COSTS, Argon2Cost
from crypto.slots.slot import PassphraseKdf, SlotKind


def test_a_cost_within_the_range_is_the_slots_own() -> None:
    kdf = PassphraseKdf(b"s" * 16, 65_536, 1, 1)
    assert kdf.cost_within(APP_COSTS) == Argon2Cost(65_536, 1, 1)


def test_a_cost_outside_the_range_was_not_written_by_the_app() -> None:
    with pytest.raises(HeaderTampered):
        PassphraseKdf(b"s" * 16, 2**32 - 1, 1, 1).cost_within(APP_COSTS)


@pytest.mark.parametrize(
    "change",
    [{"salt": "c2hvcnQ="}, {"lanes": 0}, {"iterations": 2**32}, {"memory_kib": -1}, {"extra": 1}],
)
def test_parameters_of_no_argon2_are_refused(change: dict[str, object]) -> None:
    fields = msgspec.to_builtins(PassphraseKdf(b"s" * 16, 65_536, 1, 1)) | change
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(fields, PassphraseKdf)


def test_a_store_holds_a_part_of_two_kinds() -> None:
    kept = {SlotKind.KEYRING, SlotKind.KEYRING_PASSPHRASE}
    assert {kind for kind in SlotKind if kind.in_a_store} == kept
