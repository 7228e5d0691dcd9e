"""Whom a made-up practice coaches: names that nobody bears, and what is written about them."""

from collections.abc import Callable, Mapping
from random import Random

import msgspec

from app.demo.stock import Stock
from app.records.clients.record import ClientDetails, Pronouns

_INITIALS_ONLY = 12  # one in so many is known by initials
_UNSAID = 7  # of one in so many the pronouns are not known


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    first: dict[Pronouns, list[str]]
    family: list[str]


class People:
    """Names for any number of clients."""

    def __init__(self, file: _File) -> None:
        self._first = [(name, pronouns) for pronouns, names in file.first.items() for name in names]
        self._family = file.family

    def named(self, number: int, chance: Random) -> tuple[str, Pronouns]:
        """The name of client `number` and how the notes speak of them.

        No two of the first thousands share a name, unless both go by initials.
        """
        turn, at = divmod(number, len(self._first))
        first, pronouns = self._first[at * 37 % len(self._first)]
        family = self._family[(at * 7 + turn * 13) % len(self._family)]
        # Once every first name has gone with every family, an initial tells people apart.
        again = turn // len(self._family)
        middle = f" {chr(ord('A') + (again - 1) % 26)}." if again else ""
        if not chance.randrange(_INITIALS_ONLY):
            return f"{first[0]}. {family[0]}.", pronouns
        return f"{first}{middle} {family}", pronouns


def read_people(read: Callable[[str], bytes]) -> People:
    """The names of the bundled file; raises msgspec.ValidationError when it is not as declared."""
    return People(msgspec.json.decode(read("templates/demo/people.json"), type=_File))


def spoken_of(name: str, pronouns: Pronouns) -> Mapping[str, str]:
    """The words for a client in notes.

    Where "they" would ask for other verbs, notes have the initial, as coaches write it.
    """
    initial = f"{name[0]}."
    she, her, him = {
        Pronouns.SHE: ("she", "her", "her"),
        Pronouns.HE: ("he", "his", "him"),
    }.get(pronouns, (initial, "their", "them"))
    alone = {"her": "herself", "his": "himself", "their": "themselves"}[her]
    return {
        "She": she.capitalize() if she != initial else initial,
        "she": she,
        "Her": her.capitalize(),
        "her": her,
        "hers": {"her": "hers", "his": "his", "their": "theirs"}[her],
        "him": him,
        "herself": alone,
    }


def details_of(
    name: str, pronouns: Pronouns, stock: Stock, words: Mapping[str, str], chance: Random
) -> ClientDetails:
    """What the coach noted about a client; not everything is known of everybody."""

    def perhaps(list_: str, one_in: int) -> str:
        return stock.draw(list_, chance, words) if chance.randrange(one_in) else ""

    contact = f"01632 960 {chance.randrange(1000):03}" if chance.randrange(4) else ""
    said = pronouns if chance.randrange(_UNSAID) else Pronouns.UNSET
    return ClientDetails(
        name=name,
        pronouns=said,
        role=perhaps("role", 5),
        contact=contact,
        goals=stock.draw("theme_goal", chance, words),
        needs=perhaps("needs", 3),
        prefers=perhaps("prefers", 3),
        avoid=perhaps("avoid", 2),
        if_not_working=perhaps("if_not_working", 3),
    )
