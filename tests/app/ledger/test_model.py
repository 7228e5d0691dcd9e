"""Whatever happens to a vault and its copies: every change is told, and nothing else is."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.support.vault_model import TALLY, VaultModel

EVERYDAY, SOAK = 8, 1_000  # histories
STEPS = 25


def test_every_change_is_told_and_no_crash_raises_an_alarm(soak: bool) -> None:
    wanted = settings(
        max_examples=SOAK if soak else EVERYDAY,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(VaultModel, settings=wanted)  # pyright: ignore[reportUnknownMemberType]
    assert TALLY.openings > wanted.max_examples
    assert TALLY.told, "nothing was ever told, so nothing was tried"
