"""The plan of a made-up practice: who comes, how often, until when; the same for a seed."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from app.demo.rhythm import days_before, rhythm_for

WEEKS = (1, 2, 2, 2, 3, 4)  # between two sessions, as clients wish
ENDED = 0.45  # the share of clients whose coaching is over
RECENT = 12  # days in which everybody else came last


@dataclass(frozen=True)
class ClientPlan:
    """One client, from 0: the days of their sessions (proleptic ordinals, oldest first)."""

    number: int
    days: "array[int]"
    ended: bool
    hour: int  # of the day at which they usually come

    @property
    def first_day(self) -> date:
        """When they were first spoken to."""
        return date.fromordinal(self.days[0]) - timedelta(days=9)


def plan_practice(notes: int, clients: int, seed: int, today: date) -> Iterator[ClientPlan]:
    """A plan for each client, all notes handed out.

    Needs at least one client for any notes. Clients without a note have no days.
    """
    for number, sessions in enumerate(_shares(notes, clients, seed)):
        chance = Random(f"{seed}/plan/{number}")
        ended = number > 2 and chance.random() < ENDED
        ago = chance.randrange(60, 3_000) if ended else chance.randrange(1, RECENT)
        rhythm = rhythm_for(sessions, chance.choice(WEEKS))
        days = days_before(today - timedelta(days=ago), sessions, rhythm, chance)
        yield ClientPlan(number, days, ended, chance.randrange(8, 18))


def _shares(notes: int, clients: int, seed: int) -> list[int]:
    """How many of the notes each client gets: a few come for years, many for some months."""
    if not clients:
        return []
    chance = Random(f"{seed}/shares")
    first = min(notes, clients)  # one each, as long as there are enough
    shares = [1 if number < first else 0 for number in range(clients)]
    weights = [chance.lognormvariate(0.0, 0.7) for _ in range(clients)]
    whole, given, so_far = sum(weights), 0, 0.0
    for number, weight in enumerate(weights):
        so_far += weight
        due = round((notes - first) * so_far / whole)
        shares[number] += due - given
        given = due
    return shares
