"""What a person is told when a vault is opened that may have been changed, and what it holds."""

from dataclasses import dataclass
from pathlib import Path

from app.ledger.standing import AskedPin
from app.ledger.verdict import VerdictKind
from app.workspace import Workspace
from crypto.errors import CryptoError, VaultDamaged
from crypto.vault.connection import Row
from tests.soak import vaults

# What may be said of a changed vault; anything else that is raised fails the proof.
TELLING = {
    "HeaderDamaged", "HeaderTampered", "HeaderVaultMismatch", "VaultTooNew", "VaultDamaged",
    "VaultMissing",
}  # fmt: skip
SILENT = {VerdictKind.AS_LEFT, VerdictKind.UNSEALED}
COUNTS_WRITES = {"meta", "writes"}
Content = dict[str, tuple[Row, ...]]


@dataclass(frozen=True)
class Found:
    """`told` names what was told, "" when nothing was; `content` is None when it cannot be had."""

    told: str
    content: Content | None


def content_of(workspace: Workspace) -> Content:
    """Every row of every table, but for what a check itself writes: its outcome, a count."""
    connection = workspace._vault.connection
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {
        str(name): tuple(
            row
            for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
            if "last_check" not in row
        )
        for (name,) in names
        if name not in COUNTS_WRITES
    }


def found_at(folder: Path, pin: AskedPin) -> Found:
    """Opens the vault as the app does, reads everything, then checks everything."""
    try:
        workspace = vaults.open_again(folder, pin=pin)
    except CryptoError as error:
        name = type(error).__name__.strip("_")
        if not {kind.__name__ for kind in type(error).__mro__} & TELLING:
            raise
        return Found(name, None)
    try:
        return _looked_through(workspace)
    finally:
        workspace.close()


def _looked_through(workspace: Workspace) -> Found:
    told = ""
    try:
        kind = workspace.standing.verdict.kind
        told = "" if kind in SILENT else kind.value
        for _ in workspace.integrity.check():
            pass
    except VaultDamaged:
        return Found(told or "VaultDamaged when looked at", None)
    outcome = workspace.integrity.last()
    assert outcome is not None
    if not outcome.is_sound:
        return Found(told or f"check: {outcome.faults[0].problem}", None)
    # After a check that found nothing, all of it can be read.
    return Found(told, content_of(workspace))
