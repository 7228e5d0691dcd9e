"""One entry of the ledger: what was changed, by whom, and the content that it commits to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID


class Actor(StrEnum):
    """Who made the change."""

    COACH = "coach"
    APP = "app"


@dataclass(frozen=True)
class Entry:
    """A change to be recorded.

    `kind` carries its content's version ("client/1"); `content` is JSON without floats.
    """

    kind: str
    subject_id: UUID
    content: Mapping[str, Any]
    actor: Actor = Actor.COACH
