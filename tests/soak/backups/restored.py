"""A vault that was restored, looked at by itself: all of it verifies, and it is what was copied."""

from collections.abc import Sequence
from pathlib import Path

from crypto.slots.recovery import RecoveryWay
from tests.soak import vaults
from tests.soak.backups.rows import Rows, rows_of


def rows_in(folder: Path, words: Sequence[str], until: int) -> Rows:
    """What it holds, once nothing was found wrong with it."""
    with vaults.opened(folder, RecoveryWay(tuple(words))) as workspace:
        assert not workspace.standing.needs_answer
        for _ in workspace.integrity.check():
            pass
        outcome = workspace.integrity.last()
        assert outcome is not None
        assert outcome.is_sound, outcome
        return rows_of(workspace._vault.connection, until)
