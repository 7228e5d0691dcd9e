"""Fills a new vault with a made-up practice, in the order in which everything happened."""

import heapq
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from app.core.clock import Clock, Moment
from app.demo.batches import BatchedDatabase
from app.demo.clock import YearsClock
from app.demo.people import read_people
from app.demo.plan import plan_practice
from app.demo.stock import read_stocks
from app.demo.story import ZONE, Services, Story
from app.ledger.log import Log
from app.records.clients.service import ClientService
from app.records.consents.service import ConsentService
from app.records.practice.record import Practice
from app.records.practice.service import PracticeService
from app.records.purposes.record import Purpose
from app.records.purposes.service import PurposeService
from app.records.session_notes.service import SessionNoteService
from app.records.sessions.service import SessionService
from app.settings.vault import MadeUp
from app.storage.database import SealedStore
from resources import files

NAME = "A made-up practice"
PRACTICE = Practice(
    practice_name="Fernley Coaching (made up)",
    coach_name="Ada Fernley",
    email="ada@fernley.example",
    phone="01632 960 042",
    postal_address="12 Nowhere Lane\nPenwick",
    jurisdiction="GB",
    zone=ZONE,
)
MOST_FOR_ONE = 20_000  # notes of one client


@dataclass(frozen=True)
class Size:
    """How large a practice is to be, and the seed that decides everything else."""

    notes: int
    clients: int
    seed: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.notes <= self.clients * MOST_FOR_ONE:
            raise ValueError("so many notes need more clients")


Progress = Callable[[int], None]  # notes so far


class MadeUpPractice:
    """A practice that nobody has, ready to be put into a new vault.

    The seed decides names, texts, and everything's distance from today. Ids, nonces and what
    follows from them (the ledger's hashes) are new each time.
    """

    def __init__(self, size: Size, present: Clock, progress: Progress | None = None) -> None:
        """Plans it; `progress` hears of the notes while it is filled in."""
        self.size = size
        self._today = present.now().in_zone(ZONE)
        self._progress = progress or _unheard
        self._plans = tuple(plan_practice(size.notes, size.clients, size.seed, self._today.day))
        self.clock = YearsClock(self._begins(), present)

    def fill(self, store: SealedStore) -> None:
        """Puts everything into a database that holds what every new vault holds.

        It is on the disk when this returns, and the clock tells the present again.
        """
        database, clock = BatchedDatabase(store), self.clock
        log = Log(clock)
        PracticeService(database, log).change(PRACTICE)
        services = Services(
            ClientService(database, log, clock),
            SessionService(database, log, clock),
            SessionNoteService(database, log, clock),
            ConsentService(database, log, clock),
            _counting(self._progress),
        )
        purposes = PurposeService(database, log, clock).listed()
        self._live(services, purposes)
        made_up = MadeUp(database)
        with database.write() as writer:
            made_up.put(writer)
        database.finish()
        clock.arrive()

    def _begins(self) -> Moment:
        """Some weeks before the first client was spoken to."""
        first = min((plan.first_day for plan in self._plans if plan.days), default=self._today.day)
        earlier = self._today.day - first + timedelta(days=30)
        return self._today.plus(-earlier)

    def _live(self, services: Services, purposes: tuple[Purpose, ...]) -> None:
        queue: list[tuple[Moment, int, Iterator[Moment]]] = []
        people, stocks = read_people(files.read_bytes), read_stocks(files.read_bytes)
        for plan in self._plans:
            story = Story(plan, self.size.seed, self._today, people, stocks)
            steps = story.told(services, purposes)
            queue.append((next(steps), plan.number, steps))
        heapq.heapify(queue)
        while queue:
            at, number, steps = queue[0]
            # What was decided during a session is written down after it.
            self.clock.go_to(max(at, self.clock.now()))
            following = next(steps, None)
            if following is None:
                heapq.heappop(queue)
            else:
                heapq.heapreplace(queue, (following, number, steps))


def _counting(progress: Progress) -> Callable[[], None]:
    numbers = itertools.count(1)
    return lambda: progress(next(numbers))


def _unheard(_notes: int) -> None:
    """For whoever does not ask how far it is."""
