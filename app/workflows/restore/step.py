"""How far looking into a backup, or restoring it, has come."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple


class Stage(StrEnum):
    """What is being done."""

    BYTES = "bytes"  # the file is read from end to end
    RECORDS = "records"  # every entry and record in it is verified
    COPY = "copy"  # the database is written under its new key
    CHECK = "check"  # everything is verified once more, where it will be used


class Step(NamedTuple):
    """So much of so much, in whatever the stage counts."""

    stage: Stage
    done: int
    total: int


Tell = Callable[[Step], None]


def nobody(_: Step) -> None:
    """For whoever does not want to be told."""
