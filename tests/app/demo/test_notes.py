"""Made-up notes are ones that a coach could have typed."""

from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.demo.notes import write_note
from app.demo.people import spoken_of
from app.demo.stock import read_stocks
from app.records.clients.record import Pronouns
from app.records.session_notes.record import Mark
from resources.files import read_bytes
from tests.support.consent_records import at

STOCKS = read_stocks(read_bytes)


@given(st.integers(), st.integers(0, len(STOCKS) - 1), st.integers(20, 100))
def test_paragraphs_come_one_after_another_within_the_session(
    seed: int, theme: int, minutes: int
) -> None:
    started = at(2026, 3, 12)
    words = spoken_of("Kit Owlcombe", Pronouns.THEY)
    note = write_note(STOCKS[theme], words, Random(seed), started, minutes)
    times = [paragraph.at for paragraph in note if paragraph.at]
    assert len(times) == len(note) >= 4
    assert times == sorted(times)
    assert started <= times[0]
    assert times[-1] <= started.plus(timedelta(minutes=minutes))
    assert all(paragraph.text.strip() == paragraph.text for paragraph in note)
    assert not any("\n" in paragraph.text for paragraph in note)


def test_every_mark_turns_up() -> None:
    words = spoken_of("Amalia Ashgrove", Pronouns.SHE)
    found = {
        paragraph.mark
        for seed in range(60)
        for paragraph in write_note(STOCKS[0], words, Random(seed), at(2026, 3, 12), 60)
    }
    assert found == set(Mark)
