"""Which backups open with the new kit is said exactly, and those that don't are named."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.workflows.backup.rewrap import Rewrapped
from tests.support.recorded_backups import FOLDER, NOW, STICK, a_backup
from ui.ways_in import rewrap_words as words

TODAY = date(2026, 11, 17)


def came(done: int, unreachable: int) -> Rewrapped:
    return Rewrapped(3, (a_backup(),) * done, (a_backup(),) * unreachable)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "Bringing the backup under the new kit…"),
        (5, "Bringing 5 backups under the new kit…"),
    ],
)
def test_while_it_is_done_it_says_so(count: int, said: str) -> None:
    assert words.under_way(count) == said


def test_how_many_the_new_words_open_is_counted() -> None:
    assert words.what_opens_now(came(0, 2)) == ""
    assert words.what_opens_now(came(1, 0)).startswith("One backup now opens with the new kit")
    assert words.what_opens_now(came(3, 0)).startswith("3 backups now open with the new kit")


def test_the_old_sheet_is_kept_while_a_backup_needs_it() -> None:
    assert words.what_is_left(came(3, 0)) == ""
    for count in (1, 2):
        assert "Keep the old sheet until then." in words.what_is_left(came(0, count))
        assert words.old_sheet(came(1, count)) == ""
    assert words.old_sheet(came(3, 0)).startswith("Destroy the old sheet.")


def test_those_of_the_vault_that_this_one_came_from_keep_its_sheet() -> None:
    assert words.under_way(0) == ""
    assert words.what_belongs_elsewhere(came(1, 1)) == ""
    for count in (1, 2):
        rewrapped = Rewrapped(3, others=(a_backup(),) * count)
        assert "the old sheet: keep that as long" in words.what_belongs_elsewhere(rewrapped)
        assert words.old_sheet(rewrapped) == ""


def test_each_is_named_by_when_and_where() -> None:
    backups = [a_backup(0), a_backup(400, FOLDER)]
    assert words.names(backups, [STICK], TODAY).split("\n") == [
        "17 Nov, 10:12 · USB stick “Whitlock”",
        "13 Oct 2025, 11:12 · Folder “Backups”",
    ]


def test_many_are_counted() -> None:
    backups = [a_backup(made=NOW.plus(-timedelta(days=day))) for day in range(words.MOST + 4)]
    lines = words.names(backups, [], TODAY).split("\n")
    assert len(lines) == words.MOST + 1
    assert lines[-1] == "and 4 more"


def test_none_is_no_line() -> None:
    nothing: list[Any] = []
    assert words.names(nothing, [], TODAY) == ""
