"""The entries by which a coach goes on with an older vault: they name what was let go."""

from typing import Any
from uuid import UUID

from app.ledger import repository
from app.ledger.entry import Entry
from app.storage.transaction import Reader
from crypto.encoding import canonical_json
from crypto.vault.pin import Pin
from crypto.vault.seal import SealState

KIND = "rollback_accepted/1"


def of_seal(vault_id: UUID, seal: SealState) -> Entry:
    """Names a seal that knows more than the database, or something else."""
    return Entry(KIND, vault_id, _state(seal))


def of_pin(vault_id: UUID, pin: Pin) -> Entry:
    """Names a pin that does so, with the header that was in force."""
    header = {
        "epoch": pin.epoch,
        "header_seq": pin.header_seq,
        "header_sha256": pin.header_sha256.hex(),
    }
    return Entry(KIND, vault_id, _state(pin.state) | header)


def generation_of(reader: Reader, entry: Entry) -> int | None:
    """Where the chain holds an entry that says the same; None when it never does."""
    content = canonical_json(dict(entry.content))
    for vouching in repository.of_subject(reader, entry.subject_id, entry.kind):
        if vouching.commits_to(content):
            return vouching.generation
    return None


def _state(state: SealState) -> dict[str, Any]:
    return {
        "write_no": state.write_no,
        "generation": state.generation,
        "head": state.head.hex(),
        "drafts_sha256": state.drafts_sha256.hex(),
    }
