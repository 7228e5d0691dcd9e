"""What the kit needs of the coach, on which day."""

from datetime import UTC, date, datetime

import pytest

from app.core.clock import Moment
from app.workflows.ways_in.way_in import KitFacts, KitNeed, kit_need

MADE = date(2026, 1, 31)


def proven(month: int, day: int) -> Moment:
    return Moment(datetime(2026, month, day, 12, tzinfo=UTC), "UTC")


@pytest.mark.parametrize(
    ("kit", "today", "need"),
    [
        (KitFacts(1, MADE, kept=False), MADE, KitNeed.A_KIT),
        (KitFacts(1, MADE, kept=True), MADE, KitNeed.NOTHING),
        (KitFacts(1, MADE, kept=None), MADE, KitNeed.NOTHING),
        (KitFacts(1, MADE, kept=True), date(2026, 4, 29), KitNeed.NOTHING),
        (KitFacts(1, MADE, kept=True), date(2026, 4, 30), KitNeed.REHEARSAL),
        (KitFacts(1, MADE, kept=None), date(2026, 4, 30), KitNeed.REHEARSAL),
        (KitFacts(1, MADE, kept=True, rehearsed=proven(4, 1)), date(2026, 6, 30), KitNeed.NOTHING),
        (KitFacts(1, MADE, kept=True, rehearsed=proven(4, 1)), date(2026, 7, 1), KitNeed.REHEARSAL),
        (KitFacts(1, MADE, kept=False, rehearsed=proven(4, 1)), date(2026, 4, 2), KitNeed.NOTHING),
    ],
)
def test_a_kit_on_no_paper_is_asked_for_at_once_and_a_proof_each_quarter(
    kit: KitFacts, today: date, need: KitNeed
) -> None:
    assert kit_need(kit, today) is need
