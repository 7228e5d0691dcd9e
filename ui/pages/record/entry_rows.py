"""The ledger as rows for people: every entry, and where a consent expired, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.ids import PurposeId
from app.records.consents.record import ConsentEvent, EventKind, State
from app.records.disclosures.record import Disclosure
from app.workflows.consent_record.record import EntryRow as Entry
from app.workflows.consent_record.record import Line, history
from ui.translation import translate
from ui.words.consents import event_word, how_words, method_words, state_word
from ui.words.dates import short_day


@dataclass(frozen=True)
class EntryRow:
    """One line of the ledger; an expiry and a copy have no number, a copy no purpose."""

    day: str
    what: str
    about: str
    how: str
    number: str = ""
    purpose: PurposeId | None = None

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        if not self.number:
            return translate("RecordTab", "{what}, {day}. {about}. {how}").format(**vars(self))
        words = translate("RecordTab", "Entry {number}: {what}, {day}. {about}. {how}")
        return words.format(**vars(self))


def entry_rows(
    lines: Iterable[Line], disclosures: Iterable[Disclosure], zone: str, today: date
) -> tuple[EntryRow, ...]:
    """The rows on `today`, in the order of what happened; days are read in `zone`."""
    entries = [entry for line in lines for entry in history(line, zone, today)]
    dated = [
        (entry.at.utc, entry.event.number if entry.event else 0, _entry_row(entry, zone, today))
        for entry in entries
    ] + [(copy.at.utc, 0, _copy_row(copy, zone, today)) for copy in disclosures]
    dated.sort(key=lambda row: row[:2], reverse=True)
    return tuple(row for _, _, row in dated)


def _entry_row(entry: Entry, zone: str, today: date) -> EntryRow:
    event = entry.event
    return EntryRow(
        day=short_day(entry.at.day, today),
        what=event_word(event.kind) if event else state_word(State.EXPIRED),
        about=entry.purpose.template.name,
        how=_how(event, zone, today) if event else translate("RecordTab", "By its own end date"),
        number=str(event.number) if event else "",
        purpose=entry.purpose.id,
    )


def _how(event: ConsentEvent, zone: str, today: date) -> str:
    parts = [method_words(event.method)]
    if event.kind is EventKind.REQUESTED:
        asked = translate("RecordTab", "Asked {how}")
        parts = [asked.format(how=how_words(event.method))]
    if event.ends_on:
        until = translate("RecordTab", "until {day}")
        parts.append(until.format(day=short_day(event.ends_on, today)))
    written = event.recorded_at.in_zone(zone).day
    if written != event.at.in_zone(zone).day:
        late = translate("RecordTab", "written down {day}")
        parts.append(late.format(day=short_day(written, today)))
    words = ", ".join(parts)
    if not event.remark:
        return words
    return translate("RecordTab", "{how}: {remark}").format(how=words, remark=event.remark)


def _copy_row(copy: Disclosure, zone: str, today: date) -> EntryRow:
    return EntryRow(
        day=short_day(copy.at.in_zone(zone).day, today),
        what=translate("RecordTab", "Copy exported"),
        about=translate("RecordTab", "The whole consent record"),
        how=translate("RecordTab", "Record {number}").format(number=copy.record_number),
    )
