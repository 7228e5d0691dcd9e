"""Appends entries to the ledger, each chained to the one before it."""

import secrets

from app.core.clock import Clock
from app.ledger import events, repository
from app.ledger.entry import Entry
from app.storage.transaction import Writer
from crypto.encoding import canonical_json
from crypto.primitives import hash_chain


class Log:
    """The ledger as services use it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def append(self, writer: Writer, entry: Entry) -> None:
        """Adds `entry` within the transaction of the change it records.

        The content of an entry that belongs to no record is kept beside it.
        """
        previous, head = repository.last(writer) or (0, hash_chain.GENESIS_HEAD)
        generation = previous + 1
        at_ms = self._clock.now().milliseconds
        nonce = secrets.token_bytes(32)
        commitment = hash_chain.commitment(
            entry.kind, entry.subject_id, entry.actor, nonce, canonical_json(dict(entry.content))
        )
        next_head = hash_chain.head(head, generation, at_ms, commitment)
        repository.append_chain(writer, generation, at_ms, commitment, next_head)
        repository.append_row(writer, generation, entry.kind, entry.subject_id, entry.actor, nonce)
        if events.is_event(entry.kind):
            events.keep(writer, generation, dict(entry.content))
