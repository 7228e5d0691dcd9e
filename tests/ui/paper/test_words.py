"""Days, moments and lists as the paper writes them."""

from datetime import date

from tests.support.consent_records import at
from ui.paper.words import day, full_day, isolated, language_name, listed, moment


def test_days_have_their_year() -> None:
    assert day(date(2026, 9, 8)) == "8 Sep 2026"
    assert full_day(date(2026, 9, 8)) == "8 September 2026"


def test_a_moment_is_told_as_the_clock_showed_it() -> None:
    assert moment(at(2026, 6, 2, 15, 42)) == "2 Jun 2026, 16:42"


def test_lists_end_with_and() -> None:
    assert [listed(parts) for parts in (["1"], ["1", "2"], ["1", "2", "3"])] == [
        "1",
        "1 and 2",
        "1, 2 and 3",
    ]


def test_a_language_is_called_by_its_own_name() -> None:
    assert language_name("en-GB") == "British English"


def test_only_text_that_runs_right_to_left_is_isolated() -> None:
    assert isolated("Amara") == "Amara"
    assert isolated("שלום") == "\u2068שלום\u2069"
