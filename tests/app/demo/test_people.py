"""Made-up people: each of their own name, and spoken of as they wish."""

from random import Random

import pytest

from app.demo.people import details_of, read_people, spoken_of
from app.demo.stock import read_stocks
from app.records.clients.record import Pronouns
from resources.files import read_bytes

PEOPLE = read_people(read_bytes)


class _NeverInitials(Random):
    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        return 1


def test_thousands_have_a_name_of_their_own() -> None:
    names = [PEOPLE.named(number, _NeverInitials(1))[0] for number in range(9_000)]
    assert len(set(names)) == len(names)


def test_some_are_known_by_initials() -> None:
    names = [PEOPLE.named(number, Random(number))[0] for number in range(200)]
    assert 5 < sum(len(name) == 5 for name in names) < 40


def test_all_pronouns_are_there() -> None:
    found = {PEOPLE.named(number, Random(number))[1] for number in range(30)}
    assert found == {Pronouns.SHE, Pronouns.HE, Pronouns.THEY}


@pytest.mark.parametrize(
    ("pronouns", "she", "her", "herself"),
    [
        (Pronouns.SHE, "she", "her", "herself"),
        (Pronouns.HE, "he", "his", "himself"),
        (Pronouns.THEY, "Q.", "their", "themselves"),
    ],
)
def test_notes_speak_of_them_as_they_wish(
    pronouns: Pronouns, she: str, her: str, herself: str
) -> None:
    words = spoken_of("Quinn Lapwinger", pronouns)
    assert (words["she"], words["her"], words["herself"]) == (she, her, herself)
    assert words["She"][0].isupper()


def test_the_details_are_ones_that_a_coach_could_type() -> None:
    for number in range(200):
        chance = Random(number)
        name, pronouns = PEOPLE.named(number, chance)
        stock = read_stocks(read_bytes)[number % 12] if number < 12 else STOCK
        details = details_of(name, pronouns, stock, spoken_of(name, pronouns), chance)
        assert details.tidied() == details
        assert details.goals


STOCK = read_stocks(read_bytes)[0]
