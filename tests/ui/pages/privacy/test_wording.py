"""Every fact has its words, with its values in them and nothing left open."""

import pytest

from app.workflows.every_kind import VERIFIED
from app.workflows.privacy_check.finding import Fact, Finding, State
from crypto.process.hardening import Hardened
from resources.files import path
from ui.pages.privacy.wording import LINES, ago, words_for

VALUES: dict[Fact, tuple[str | int, ...]] = {
    Fact.INTEGRITY_INTACT: (1482, 2318, 3),
    Fact.INTEGRITY_NOT_COMPARED: (1, 1, 0),
    Fact.INTEGRITY_FAULTS: (1, "client", "page"),
    Fact.BACKUPS_FRESH: (1,),
    Fact.BACKUPS_OLD: (21,),
    Fact.BACKUPS_SAME_DISK: (3,),
    Fact.BACKUPS_OLD_SHEET: (3,),
    Fact.BACKUPS_OLD_SHEET_ALONE: (3,),
    Fact.KIT_REHEARSED: (26,),
    Fact.KIT_DUE: (122,),
    Fact.KIT_NEW: (1,),
    Fact.KEYRING_PASSWORD: ("GNOME Keyring",),
    Fact.KEYRING_OPEN: ("GNOME Keyring",),
    Fact.KEYRING_UNKNOWN: ("KeePassXC",),
    Fact.DISK_ENCRYPTED: ("LUKS",),
    Fact.SWAP_ENCRYPTED: ("LUKS",),
    Fact.SCREEN_LOCKS: (1,),
    Fact.SCREEN_LATE: (60,),
    Fact.AUTO_LOCK_ON: (5,),
    Fact.AUTO_LOCK_LATE: (30,),
    Fact.PLACE_SYNCED: ("Dropbox",),
    Fact.FILES_PRIVATE: (7,),
    Fact.FILES_OPEN: (1,),
    Fact.FILES_FOREIGN: (3,),
    Fact.PROCESS_PARTLY: Hardened.__slots__,
    Fact.VERSIONS_KNOWN: ("4.19.0", "3.53.4", "3.6.0"),
}


def finding(fact: Fact) -> Finding:
    return Finding(fact, VALUES.get(fact, ()))


@pytest.mark.parametrize("fact", Fact)
def test_every_fact_has_words(fact: Fact) -> None:
    words = words_for(finding(fact), "Documents/Practice.vault")
    text = words.found + words.meaning + words.mend
    assert "{" not in text
    assert words.found
    assert words.meaning
    assert path(f"icons/{words.icon}.svg").is_file()
    assert bool(words.button) == (words.lead is not None)


@pytest.mark.parametrize("fact", [fact for fact in Fact if fact.state is not State.FINE])
def test_what_is_not_in_order_says_what_to_do(fact: Fact) -> None:
    assert words_for(finding(fact)).mend


def test_no_line_is_left_over() -> None:
    assert set(LINES) == set(Fact)


def test_values_stand_in_the_sentence() -> None:
    words = words_for(finding(Fact.INTEGRITY_INTACT))
    assert words.meaning == (
        "2,318 records and 1,482 recorded changes, checked 3 days ago. "
        "None was changed outside Underrose."
    )
    assert words_for(finding(Fact.SCREEN_LOCKS)).found == "The screen locks after 1 minute"
    assert "1 record and 1 recorded change, checked today" in (
        words_for(finding(Fact.INTEGRITY_NOT_COMPARED)).meaning
    )


@pytest.mark.parametrize("kind", ["draft", *(kind.family for kind in VERIFIED)])
def test_every_kind_of_record_has_words_for_its_faults(kind: str) -> None:
    words = words_for(Finding(Fact.INTEGRITY_FAULTS, (0, kind)))
    assert words.found == "The check found 1 fault"
    assert "recorded change" not in words.meaning


def test_the_kinds_that_faults_are_in_are_counted() -> None:
    faults = ("client", "page", "client", "kit_renewed", "entry")
    words = words_for(Finding(Fact.INTEGRITY_FAULTS, (0, *faults)))
    assert words.found == "The check found 5 faults"
    assert words.meaning.startswith(
        "Found in the details of 2 clients, 1 page of the file and 2 entries in the list of"
        " changes, checked today."
    )


def test_the_state_is_spoken_first() -> None:
    spoken = words_for(finding(Fact.DISK_ENCRYPTED)).spoken
    assert spoken == "In order: This disk is encrypted. LUKS, on the disk that holds the vault."
    assert words_for(finding(Fact.DISK_UNKNOWN)).spoken.startswith("Can’t tell: ")
    assert words_for(finding(Fact.KIT_NEVER)).spoken.startswith("Needs you: ")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "today"),
        (0, "today"),
        (1, "yesterday"),
        (26, "26 days ago"),
        (122, "4 months ago"),
    ],
)
def test_how_long_ago_is_told_as_people_do(days: int, words: str) -> None:
    assert ago(days) == words
