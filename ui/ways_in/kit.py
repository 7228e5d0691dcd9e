"""A Recovery Kit while its words are on the screen."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Kit:
    """The Recovery Kit of the vault in `folder`: its words exist here and on paper only."""

    folder: Path
    vault_name: str
    number: int
    made_on: date
    words: tuple[str, ...] = field(repr=False)
