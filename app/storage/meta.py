"""The one row that changes in every transaction, and the state that the seal pins."""

from typing import cast

from app.storage.transaction import Reader, Writer
from crypto.errors import VaultDamaged
from crypto.primitives.hash_chain import GENESIS_HEAD
from crypto.vault.seal import SealState

_READ = "SELECT write_no, drafts_sha256 FROM meta"
_CREATE = "INSERT INTO meta (one, write_no, drafts_sha256) VALUES (1, 0, ?)"
_ADVANCE = "UPDATE meta SET write_no = write_no + 1, drafts_sha256 = ?"
_HEAD = "SELECT generation, head FROM ledger_chain ORDER BY generation DESC LIMIT 1"


def create(writer: Writer, drafts_sha256: bytes) -> None:
    """Puts the row in place, in a new database."""
    writer.execute(_CREATE, (drafts_sha256,))


def advance(writer: Writer, drafts_sha256: bytes) -> SealState:
    """Counts this transaction and returns the state to seal after its commit."""
    writer.execute(_ADVANCE, (drafts_sha256,))
    return state(writer)


def state(reader: Reader) -> SealState:
    """What a seal of the database as it stands would pin.

    Raises VaultDamaged without the row, which every vault has from its first write on.
    """
    row = reader.row(_READ)
    if row is None:
        raise VaultDamaged
    generation, head = reader.row(_HEAD) or (0, GENESIS_HEAD)
    return SealState(
        write_no=cast(int, row[0]),
        generation=cast(int, generation),
        head=cast(bytes, head),
        drafts_sha256=cast(bytes, row[1]),
    )
