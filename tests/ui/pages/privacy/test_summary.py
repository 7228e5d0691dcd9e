"""The sentence under the title."""

import pytest

from app.workflows.privacy_check.finding import Fact, Finding
from ui.pages.privacy.summary import looked, summary

FINE, LOOK = Finding(Fact.DISK_ENCRYPTED, ("LUKS",)), Finding(Fact.KIT_NEVER)
UNKNOWN = Finding(Fact.SCREEN_UNKNOWN)


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        ((FINE,) * 6 + (LOOK,) * 2, "Six things are in order, two need you."),
        ((FINE, LOOK, UNKNOWN), "One thing is in order, one needs you, one couldn’t be checked."),
        ((FINE,) * 13, "13 things are in order, none needs you."),
        (
            (UNKNOWN,) * 2,
            "Nothing is known to be in order, none needs you, two couldn’t be checked.",
        ),
    ],
)
def test_it_counts(findings: tuple[Finding, ...], words: str) -> None:
    assert summary(findings, 70) == f"Looked at a minute ago. {words}"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "Looked at just now."),
        (119, "Looked at a minute ago."),
        (600, "Looked at 10 minutes ago."),
        (7200, "Looked at more than an hour ago."),
    ],
)
def test_it_says_when(seconds: float, words: str) -> None:
    assert looked(seconds) == words
