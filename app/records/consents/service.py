"""Use cases of consents: record an event, and list how things stand."""

from dataclasses import dataclass
from datetime import date

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.core.ids import ClientId, ConsentEventId, ConsentId, NoticeId, PurposeId, new_id
from app.core.text import line
from app.ledger.entry import Entry
from app.ledger.log import Log
from app.records.consents import record, repository
from app.records.consents.record import Consent, ConsentEvent, EventKind, Method
from app.storage.database import Database


@dataclass(frozen=True)
class Decision:
    """What the coach records: what the client said, to which notice, when and how."""

    client: ClientId
    purpose: PurposeId
    notice: NoticeId
    kind: EventKind
    at: Moment
    method: Method
    ends_on: date | None = None
    remark: str = ""


class ConsentService:
    """The consents of one vault."""

    def __init__(self, database: Database, log: Log, clock: Clock) -> None:
        self._database = database
        self._log = log
        self._clock = clock

    def of_client(self, client: ClientId) -> tuple[Consent, ...]:
        """A client's consents, each with its events oldest first."""
        with self._database.read() as reader:
            return repository.of_client(reader, client)

    def record(self, decision: Decision) -> Changes:
        """Appends an event, and makes the consent when it is the first.

        Raises EventNotPossible, MomentInFuture, EndBeforeStart, NameNotUsable, TextTooLong.
        """
        remark = line(decision.remark)
        with self._database.write() as writer:
            known = _find(repository.of_client(writer, decision.client), decision.purpose)
            event = ConsentEvent(
                id=ConsentEventId(new_id()),
                number=repository.next_number(writer, decision.client),
                kind=decision.kind,
                at=decision.at,
                recorded_at=self._clock.now(),
                method=decision.method,
                notice=decision.notice,
                ends_on=decision.ends_on,
                remark=remark,
            )
            record.check(known, event, decision.at.day)
            consent = known or Consent(
                ConsentId(new_id()), decision.client, decision.purpose, events=()
            )
            if known is None:
                repository.add(writer, consent)
            repository.add_event(writer, consent, event)
            content = record.event_content(event, consent)
            self._log.append(writer, Entry("consent_event/1", event.id, content))
        return Changes.of(Kind.CONSENT, consent.id, decision.client)


def _find(consents: tuple[Consent, ...], purpose: PurposeId) -> Consent | None:
    return next((consent for consent in consents if consent.purpose == purpose), None)
