"""How each consent stands, as a row for people: on screen and for screen readers."""

from dataclasses import dataclass
from datetime import date

from app.records.consents.record import Consent, EventKind, State, state
from app.records.purposes.record import Purpose
from ui.pages.record.timeline import Axis, Track, track_of
from ui.translation import translate
from ui.words.consents import event_word, how_words, state_word
from ui.words.dates import full_day, short_day

SOON_DAYS = 30


@dataclass(frozen=True)
class ConsentRow:
    """One consent on the line of time; `story` says in words what the line shows."""

    consent: Consent
    purpose: Purpose
    detail: str
    state: State
    words: str
    ends_soon: bool
    track: Track
    story: str

    @property
    def name(self) -> str:
        """What the consent is called."""
        return self.purpose.template.name

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return translate("RecordTab", "{consent}. {story}").format(
            consent=self.name, story=self.story
        )


def consent_row(consent: Consent, purpose: Purpose, axis: Axis, zone: str) -> ConsentRow:
    """The row on the axis's today; days are read in `zone`, the practice's."""
    today = axis.today
    now = state(consent, today)
    soon = _ends_soon(consent, today)
    return ConsentRow(
        consent=consent,
        purpose=purpose,
        detail=_detail(consent, today, zone),
        state=now,
        words=_ends(consent, today) if soon else state_word(now),
        ends_soon=soon,
        track=track_of(consent, axis, zone),
        story=_story(consent, today, zone),
    )


def _ends_soon(consent: Consent, today: date) -> bool:
    ends_on = consent.last.ends_on
    given = state(consent, today) is State.GIVEN
    return given and ends_on is not None and (ends_on - today).days <= SOON_DAYS


def _ends(consent: Consent, today: date) -> str:
    ends_on = consent.last.ends_on or today
    return translate("RecordTab", "Ends {day}").format(day=short_day(ends_on, today))


def _detail(consent: Consent, today: date, zone: str) -> str:
    """What the chip doesn't say."""
    now, last = state(consent, today), consent.last
    if now is State.REQUESTED:
        return translate("RecordTab", "Not answered yet")
    if now is State.EXPIRED and last.ends_on:
        return translate("RecordTab", "Ended {day}").format(day=short_day(last.ends_on, today))
    if now is State.GIVEN and not _ends_soon(consent, today):
        return _until(last.ends_on, today)
    answers = sum(event.kind is EventKind.REFUSED for event in consent.events)
    if now is State.REFUSED and answers > 1:
        return _asked(answers)
    return translate("RecordTab", "{event} {how}, {day}").format(
        event=event_word(last.kind),
        how=how_words(last.method),
        day=short_day(last.at.in_zone(zone).day, today),
    )


def _until(ends_on: date | None, today: date) -> str:
    if ends_on is None:
        return translate("RecordTab", "No end date")
    return translate("RecordTab", "Until {day}").format(day=short_day(ends_on, today))


def _asked(times: int) -> str:
    if times == 2:
        return translate("RecordTab", "Asked twice")
    return translate("RecordTab", "Asked {count} times").format(count=times)


def _story(consent: Consent, today: date, zone: str) -> str:
    now, last = state(consent, today), consent.last
    said = translate("RecordTab", "{event} on {day}, {how}").format(
        event=event_word(last.kind),
        day=full_day(last.at.in_zone(zone).day),
        how=how_words(last.method),
    )
    if now is State.GIVEN and last.ends_on is None:
        return translate("RecordTab", "{said}, no end date").format(said=said)
    if now is State.GIVEN and last.ends_on:
        words = translate("RecordTab", "{said}, until {day}")
        return words.format(said=said, day=full_day(last.ends_on))
    if now is State.EXPIRED and last.ends_on:
        words = translate("RecordTab", "{said}, expired on {day}")
        return words.format(said=said, day=full_day(last.ends_on))
    return said
