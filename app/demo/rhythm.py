"""On which days a client came: every so many weeks, never on a weekend or in the holidays."""

from array import array
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

FEWEST_DAYS = 200  # that a coach works in any year, holidays and weekends left out
YEARS = 10  # that the longest coaching takes, if its sessions fit into them
MOVED = 14  # one session in so many was moved by a day
DAY = timedelta(days=1)

_HOLIDAYS = (((12, 21), (12, 31)), ((1, 1), (1, 4)), ((4, 2), (4, 9)), ((8, 3), (8, 21)))


class Rhythm(NamedTuple):
    """How often a client comes: every so many weeks, or on each working day so many times."""

    weeks: int
    a_day: int = 1


def rhythm_for(sessions: int, wished: int) -> Rhythm:
    """Every `wished` weeks, or as much more often as so many sessions ask for."""
    for weeks in range(wished, 0, -1):
        if sessions * weeks <= YEARS * 44:
            return Rhythm(weeks)
    return Rhythm(0, -(-sessions // (YEARS * FEWEST_DAYS)))


def works_on(day: date) -> bool:
    """Whether the coach works on that day."""
    at = (day.month, day.day)
    return day.weekday() < 5 and not any(first <= at <= last for first, last in _HOLIDAYS)


def days_before(last: date, sessions: int, rhythm: Rhythm, chance: Random) -> "array[int]":
    """The days (proleptic ordinals) of so many sessions, oldest first, none after `last`."""
    step = timedelta(weeks=rhythm.weeks) if rhythm.weeks else DAY
    back = timedelta(weeks=1) if rhythm.weeks else DAY
    day = last
    while not works_on(day):
        day -= DAY
    found = array("l")
    while len(found) < sessions:
        while not works_on(day):
            day -= back
        for _ in range(min(rhythm.a_day, sessions - len(found))):
            found.append(_moved(day, rhythm, last, chance).toordinal())
        day -= step
    found.reverse()
    return found


def _moved(day: date, rhythm: Rhythm, last: date, chance: Random) -> date:
    if not rhythm.weeks or chance.randrange(MOVED):
        return day
    moved = day + DAY * chance.choice((-1, 1))
    return moved if works_on(moved) and moved <= last else day
