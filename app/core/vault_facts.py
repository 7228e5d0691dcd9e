"""What is known of an open vault beside its records: where it lies, and how it opens."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from crypto.slots.slot import Descriptor


@dataclass(frozen=True)
class VaultFacts:
    """`opened_by` is the slot that opened it; `pin_compared` as in `Standing`."""

    folder: Path
    vault_id: UUID
    name: str
    read_only: bool
    descriptors: tuple[Descriptor, ...]
    opened_by: UUID
    pin_compared: bool
    is_made_up: bool
    header_was_damaged: bool = False  # one copy of the header, when it was opened
