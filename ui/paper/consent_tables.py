"""The two tables of a consent record: how things stand, and every entry."""

from app.records.consents.record import ConsentEvent, EventKind, Method, State
from app.workflows.consent_record.record import ConsentRecord, EntryRow, Standing
from ui.paper.blocks import Column, Table
from ui.paper.styles import NOTE, STRONG
from ui.paper.words import day, isolated, moment
from ui.translation import translate
from ui.words.consents import event_word, method_words, state_word

NOTHING = "–"
_SHOWS_END = frozenset({State.GIVEN, State.EXPIRED})


def standings_table(record: ConsentRecord) -> Table:
    """ "How things stand today": a row for each consent."""
    columns = (
        Column(translate("Paper", "Consent"), 192 / 650, STRONG),
        Column(translate("Paper", "Decision"), 88 / 650),
        Column(translate("Paper", "Since"), 96 / 650),
        Column(translate("Paper", "Ends"), 96 / 650),
        Column(translate("Paper", "How it was said"), 178 / 650, NOTE),
    )
    return Table(columns, tuple(_standing(row, record) for row in record.standings))


def entries_table(record: ConsentRecord) -> Table:
    """ "Every entry, oldest first": a row for each event, and one for each expiry."""
    columns = (
        Column(translate("Paper", "#"), 28 / 650, NOTE),
        Column(translate("Paper", "When"), 128 / 650),
        Column(translate("Paper", "What"), 82 / 650),
        Column(translate("Paper", "Consent"), 252 / 650),
        Column(translate("Paper", "Recorded by"), 160 / 650, NOTE),
    )
    return Table(columns, tuple(_entry(row, record) for row in record.entries))


def _standing(row: Standing, record: ConsentRecord) -> tuple[str, ...]:
    return (
        row.purpose.template.name,
        state_word(row.state),
        day(row.since),
        _end(row),
        _how(row, isolated(record.coach_first_name)),
    )


def _end(row: Standing) -> str:
    if row.state not in _SHOWS_END:
        return NOTHING
    return day(row.ends_on) if row.ends_on else translate("Paper", "No end date")


def _how(row: Standing, coach: str) -> str:
    if row.state is State.REQUESTED:
        return translate("Paper", "Not answered yet")
    words = method_words(row.answered.method)
    if row.answered.method is Method.ALOUD:
        words = translate("Paper", "{how}, noted by {coach}").format(how=words, coach=coach)
    if row.again_on is None:
        return words
    return translate("Paper", "{how}, again {day}").format(how=words, day=day(row.again_on))


def _entry(row: EntryRow, record: ConsentRecord) -> tuple[str, ...]:
    name = row.purpose.template.name
    if row.event is None:
        return (
            "",
            day(row.at.day),
            state_word(State.EXPIRED),
            name,
            translate("Paper", "Follows from the end date"),
        )
    event = row.event
    if event.ends_on:
        name = translate("Paper", "{consent}, to {day}").format(
            consent=isolated(name), day=day(event.ends_on)
        )
    return (
        str(event.number),
        moment(row.at),
        event_word(event.kind),
        f"{name}\n{event.remark}" if event.remark else name,
        _recorded_by(event, record),
    )


def _recorded_by(event: ConsentEvent, record: ConsentRecord) -> str:
    words = {
        Method.ALOUD: translate("Paper", "{coach}, as told"),
        Method.ON_PAPER: translate("Paper", "{coach}, from paper"),
        Method.EMAIL: translate("Paper", "{coach}, from an email"),
        Method.MESSAGE: translate("Paper", "{coach}, from a message"),
    }
    asked = {
        Method.ALOUD: translate("Paper", "{coach}, who asked aloud"),
        Method.ON_PAPER: translate("Paper", "{coach}, who asked on paper"),
        Method.EMAIL: translate("Paper", "{coach}, who asked by email"),
        Method.MESSAGE: translate("Paper", "{coach}, who asked by message"),
    }
    chosen = asked if event.kind is EventKind.REQUESTED else words
    line = chosen[event.method].format(coach=isolated(record.coach_first_name))
    written = record.in_zone(event.recorded_at).day
    if written == record.in_zone(event.at).day:
        return line
    late = translate("Paper", "written down {day}").format(day=day(written))
    return f"{line}\n{late}"
