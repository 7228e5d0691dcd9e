"""What is shown of a kit: the words or bars, and how the check of three words stands."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

CHECKED = 3


class Answer(StrEnum):
    """How one checked word stands."""

    EMPTY = "empty"
    TYPING = "typing"  # not right, but the field still has the focus
    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True)
class Facts:
    """What was told so far."""

    covered: bool = False
    answers: tuple[Answer, ...] = (Answer.EMPTY,) * CHECKED
    saved: Path | None = None
    saving: bool = False
    error: Exception | None = None


@dataclass(frozen=True)
class State:
    """What is shown."""

    covered: bool
    answers: tuple[Answer, ...]
    can_finish: bool
    saved: Path | None
    saving: bool
    error: Exception | None


def derive(facts: Facts) -> State:
    """What is shown for what is known."""
    return State(
        covered=facts.covered,
        answers=facts.answers,
        can_finish=all(answer is Answer.RIGHT for answer in facts.answers),
        saved=facts.saved,
        saving=facts.saving,
        error=facts.error,
    )


def judge(typed: str, word: str, *, left: bool) -> Answer:
    """How what was typed compares with the word; a wrong one is told when its field is left."""
    given = unicodedata.normalize("NFKC", typed).strip().lower()
    if not given:
        return Answer.EMPTY
    if given == word:
        return Answer.RIGHT
    return Answer.WRONG if left else Answer.TYPING
