"""What can be told of a vault with a secret: how it stands, and every entry, row and page."""

from dataclasses import dataclass
from pathlib import Path

from app.core.clock import Clock
from app.every_command.secret import Secret
from app.ledger.check_outcome import CheckOutcome
from app.ledger.standing import Standing
from app.ledger.verdict import VerdictKind
from app.workspace import open_workspace
from crypto.primitives.kdf import APP_COSTS, CostRange

_AS_IT_SHOULD_BE = {VerdictKind.AS_LEFT, VerdictKind.UNSEALED}


@dataclass(frozen=True)
class Inside:
    """An open vault, compared with its seal and checked whole."""

    standing: Standing
    outcome: CheckOutcome

    @property
    def is_sound(self) -> bool:
        """Whether it is as it was left, and everything in it is vouched for."""
        return self.standing.verdict.kind in _AS_IT_SHOULD_BE and self.outcome.is_sound


def check(folder: Path, secret: Secret, clock: Clock, costs: CostRange = APP_COSTS) -> Inside:
    """Opens the vault for reading only and checks all of it; writes nothing to it.

    Raises as `open_workspace`.
    """
    workspace = open_workspace(folder, secret.way, clock, costs, pin=secret.pin, read_only=True)
    try:
        for _ in workspace.integrity.check():
            pass
        outcome = workspace.integrity.last()
        if outcome is None:
            raise RuntimeError("a check ended without an outcome")
        return Inside(workspace.standing, outcome)
    finally:
        workspace.close()
