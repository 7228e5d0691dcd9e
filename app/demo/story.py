"""What happened with one made-up client, told step by step through the real services."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from app.core.changes import Kind
from app.core.clock import Moment
from app.core.ids import ClientId, SessionId
from app.demo.decisions import Decisions
from app.demo.notes import write_note
from app.demo.people import People, details_of, spoken_of
from app.demo.plan import ClientPlan
from app.demo.stock import Stock
from app.records.clients.service import ClientService
from app.records.consents.service import ConsentService, Decision
from app.records.purposes.record import Purpose
from app.records.session_notes.record import SessionNote
from app.records.session_notes.service import SessionNoteService
from app.records.sessions.service import SessionService

ZONE = "Europe/London"
DRAFTS = 3  # the last notes of so many clients are still drafts
BETWEEN = 95  # minutes from one beginning to the next, where several fall on one day
LENGTHS = (60, 60, 60, 50, 45, 90)  # minutes that were planned


@dataclass(frozen=True)
class Services:
    """What a story is told with."""

    clients: ClientService
    sessions: SessionService
    notes: SessionNoteService
    consents: ConsentService
    noted: Callable[[], None]  # called after each note


class Story:
    """One client: from the first talk to today, or to the end."""

    def __init__(
        self,
        plan: ClientPlan,
        seed: int,
        today: Moment,
        people: People,
        stocks: Sequence[Stock],
    ) -> None:
        chance = Random(f"{seed}/client/{plan.number}")
        self._plan = plan
        self._seed = seed
        self._today = today
        self._stock = stocks[chance.randrange(len(stocks))]
        name, pronouns = people.named(plan.number, chance)
        self._words = spoken_of(name, pronouns)
        self._details = details_of(name, pronouns, self._stock, self._words, chance)
        self._minutes = chance.choice(LENGTHS)
        self._chance = chance

    def told(self, services: Services, purposes: Sequence[Purpose]) -> Iterator[Moment]:
        """Says when the next thing happens, and lets it happen when asked again."""
        plan = self._plan
        first = _on(plan.first_day, 11) if plan.days else self._today.plus(timedelta(days=-20))
        yield first
        client = ClientId(services.clients.add(self._details).id_of(Kind.CLIENT))
        over = self._over()
        decisions = Decisions(plan.number, first, over, self._stock, self._chance)
        waiting = list(reversed(decisions.about(client, purposes)))
        for number in range(len(plan.days)):
            started = self._starts(number)
            yield from self._decide(services, waiting, started)
            yield from self._meet(services, client, number, started)
        yield from self._decide(services, waiting, over)
        if plan.ended:
            yield over
            services.clients.archive(client)

    def _over(self) -> Moment:
        """When the coaching ended, else now."""
        if not self._plan.ended or not self._plan.days:
            return self._today
        last = date.fromordinal(self._plan.days[-1])
        return min(_on(last + timedelta(days=30), 16), self._today)

    def _starts(self, number: int) -> Moment:
        """The planned hour and a few minutes; several sessions of one day follow one another."""
        days = self._plan.days
        day, earlier = days[number], 0
        while number > earlier and days[number - earlier - 1] == day:
            earlier += 1
        late = Random(f"{self._seed}/late/{self._plan.number}/{number}").randrange(-1, 6)
        hour = self._plan.hour if not earlier and self._comes_once_a_day else 6
        minutes = timedelta(minutes=late + BETWEEN * earlier)
        return _on(date.fromordinal(day), hour).plus(minutes)

    @property
    def _comes_once_a_day(self) -> bool:
        days = self._plan.days
        return len(days) < 2 or len(days) <= days[-1] - days[0] + 1

    def _decide(
        self, services: Services, waiting: list[Decision], until: Moment
    ) -> Iterator[Moment]:
        while waiting and waiting[-1].at.utc <= until.utc:
            decision = waiting.pop()
            yield decision.at
            services.consents.record(decision)

    def _meet(
        self, services: Services, client: ClientId, number: int, started: Moment
    ) -> Iterator[Moment]:
        yield started
        chance = Random(f"{self._seed}/note/{self._plan.number}/{number}")
        minutes = max(20, self._minutes + chance.randrange(-4, 9))
        if not self._comes_once_a_day:
            minutes = min(minutes, BETWEEN - 30)
        session = SessionId(services.sessions.start(client).id_of(Kind.SESSION))
        yield started.plus(timedelta(minutes=minutes))
        paragraphs = write_note(self._stock, self._words, chance, started, minutes)
        services.notes.autosave(SessionNote(session, client, paragraphs))
        services.sessions.end(session)
        services.noted()
        if number == len(self._plan.days) - 1 and self._plan.number < DRAFTS:
            return
        yield started.plus(timedelta(minutes=minutes + chance.randrange(1, 20)))
        services.notes.make_final(session, client)


def _on(day: date, hour: int) -> Moment:
    wall = datetime.combine(day, time(hour), ZoneInfo(ZONE))
    return Moment(wall.astimezone(UTC), ZONE)
