"""Where a consent's history lies on its line of time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records.consents.record import Consent, EventKind, State, possible, state
from tests.support.consent_records import ZONE, Diary, amara, at, purpose
from ui.pages.record.timeline import (
    Axis,
    Bar,
    BarKind,
    Point,
    PointKind,
    Track,
    axis_of,
    track_of,
)

TODAY = date(2026, 11, 17)
GIVEN, REFUSED = EventKind.GIVEN, EventKind.REFUSED
QUOTE = purpose("newsletter_quote")
AXIS = Axis(date(2026, 3, 1), date(2026, 12, 18), TODAY)


def noted(*events: tuple[EventKind, date, date | None]) -> Consent:
    """A consent with these events: kind, day, and the day on which it ends."""
    diary = Diary(amara())
    for kind, on, ends_on in events:
        diary.note(QUOTE, kind, at(on.year, on.month, on.day), ends_on=ends_on)
    (line,) = diary.record(at(2026, 11, 17)).lines
    return line.consent


def track(*events: tuple[EventKind, date, date | None]) -> Track:
    return track_of(noted(*events), AXIS, ZONE)


def test_a_consent_in_force_runs_through_today_to_the_edge() -> None:
    march = date(2026, 3, 12)
    assert track((GIVEN, march, None)) == Track(
        (Bar(BarKind.HELD, march, TODAY), Bar(BarKind.AHEAD, TODAY, AXIS.last)),
        (Point(PointKind.GIVEN, march),),
    )


def test_one_that_ends_soon_has_its_end_marked() -> None:
    june, end = date(2026, 6, 2), date(2026, 12, 2)
    assert track((GIVEN, june, end)) == Track(
        (Bar(BarKind.HELD, june, TODAY), Bar(BarKind.AHEAD, TODAY, end)),
        (Point(PointKind.GIVEN, june), Point(PointKind.ENDS, end)),
    )


def test_an_end_beyond_the_edge_is_not_marked() -> None:
    assert PointKind.ENDS not in {
        point.kind for point in track((GIVEN, date(2026, 3, 12), date(2028, 1, 1))).points
    }


def test_an_expired_one_stops_at_its_end() -> None:
    march, end = date(2026, 3, 20), date(2026, 6, 20)
    assert track((GIVEN, march, end)) == Track(
        (Bar(BarKind.PAST, march, end),),
        (Point(PointKind.GIVEN, march), Point(PointKind.EXPIRED, end)),
    )


def test_on_its_last_day_it_still_holds() -> None:
    kinds = {point.kind for point in track((GIVEN, date(2026, 3, 20), TODAY)).points}
    assert kinds == {PointKind.GIVEN, PointKind.ENDS}


def test_a_withdrawn_one_stops_where_it_was_withdrawn() -> None:
    march, september = date(2026, 3, 12), date(2026, 9, 9)
    assert track((GIVEN, march, None), (EventKind.WITHDRAWN, september, None)) == Track(
        (Bar(BarKind.PAST, march, september),),
        (Point(PointKind.GIVEN, march), Point(PointKind.WITHDRAWN, september)),
    )


def test_a_no_is_a_dotted_line_with_every_no_on_it() -> None:
    march, june = date(2026, 3, 12), date(2026, 6, 2)
    assert track((REFUSED, march, None), (REFUSED, june, None)) == Track(
        (Bar(BarKind.ASKED, march, june), Bar(BarKind.ASKED, june, AXIS.last)),
        (Point(PointKind.DECLINED, march), Point(PointKind.DECLINED, june)),
    )


def test_a_renewal_before_the_end_is_no_expiry() -> None:
    march, june, end = date(2026, 3, 12), date(2026, 6, 2), date(2026, 6, 2)
    kinds = [p.kind for p in track((GIVEN, march, end), (EventKind.RENEWED, june, None)).points]
    assert kinds == [PointKind.GIVEN, PointKind.GIVEN]


def test_a_renewal_after_the_end_keeps_the_expiry() -> None:
    march, august, end = date(2026, 3, 12), date(2026, 8, 2), date(2026, 6, 12)
    renewed = track((GIVEN, march, end), (EventKind.RENEWED, august, None))
    assert renewed.bars[0] == Bar(BarKind.PAST, march, end)
    assert Point(PointKind.EXPIRED, end) in renewed.points


def test_days_are_those_of_the_practice() -> None:
    late = Diary(amara()).note(QUOTE, GIVEN, at(2026, 6, 2, 23, 30)).record(at(2026, 11, 17))
    assert track_of(late.lines[0].consent, AXIS, ZONE).points[0].on == date(2026, 6, 3)


def test_the_axis_begins_with_the_month_of_the_first_event() -> None:
    axis = axis_of((noted((GIVEN, date(2026, 3, 12), None)),), ZONE, TODAY)
    assert axis.first == date(2026, 3, 1)


def test_a_young_record_shows_three_months_back_and_one_ahead() -> None:
    axis = axis_of((), ZONE, TODAY)
    assert axis.first == date(2026, 8, 1)
    assert axis.last == TODAY + timedelta(days=31)


def test_an_end_that_is_near_is_on_the_axis() -> None:
    end = TODAY + timedelta(days=80)
    axis = axis_of((noted((GIVEN, date(2026, 3, 12), end)),), ZONE, TODAY)
    assert axis.last > end


def test_an_end_far_away_does_not_press_the_rest_together() -> None:
    axis = axis_of((noted((GIVEN, date(2026, 3, 12), date(2036, 1, 1))),), ZONE, TODAY)
    assert axis.last == TODAY + timedelta(days=31)


def test_ten_months_are_named_at_most() -> None:
    years = Axis(date(2021, 1, 1), date(2026, 12, 31), TODAY)
    assert 5 <= len(years.months()) <= 10
    assert all(month.day == 1 for month in years.months())


@pytest.mark.parametrize(("day", "share"), [(AXIS.first, 0.0), (AXIS.last, 1.0)])
def test_the_edges_are_where_the_axis_ends(day: date, share: float) -> None:
    assert AXIS.at(day) == share
    assert AXIS.at(day + timedelta(days=share * 2 - 1)) == share


@st.composite
def histories(draw: st.DrawFn) -> Consent:
    """Any history that the rules allow, within three years before today."""
    diary = Diary(amara())
    on = TODAY - timedelta(days=draw(st.integers(0, 1000)))
    consent: Consent | None = None
    for _ in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(sorted(possible(consent, on))))
        ends_on = None
        if kind in {GIVEN, EventKind.RENEWED} and draw(st.booleans()):
            ends_on = on + timedelta(days=draw(st.integers(0, 800)))
        diary.note(QUOTE, kind, at(on.year, on.month, on.day), ends_on=ends_on)
        consent = diary.record(at(2026, 11, 17)).lines[0].consent
        on = min(on + timedelta(days=draw(st.integers(0, 400))), TODAY)
    assert consent is not None
    return consent


@given(histories())
def test_whatever_happened_lies_on_the_axis_and_says_how_things_stand(consent: Consent) -> None:
    axis = axis_of((consent,), ZONE, TODAY)
    track = track_of(consent, axis, ZONE)
    for bar in track.bars:
        assert axis.first <= bar.start <= bar.end <= axis.last
    for point in track.points:
        assert axis.first <= point.on <= axis.last
    held = {bar.kind for bar in track.bars} & {BarKind.HELD, BarKind.AHEAD}
    assert bool(held) == (state(consent, TODAY) is State.GIVEN)
    marked = Point(PointKind.EXPIRED, consent.last.ends_on or TODAY) in track.points
    assert marked or state(consent, TODAY) is not State.EXPIRED


@given(histories())
def test_every_event_has_a_point_of_its_own(consent: Consent) -> None:
    track = track_of(consent, axis_of((consent,), ZONE, TODAY), ZONE)
    happened = [p for p in track.points if p.kind not in {PointKind.ENDS, PointKind.EXPIRED}]
    assert len(happened) == len(consent.events)
