"""The list of what was saved and what was not, without widgets."""

from app.workflows.salvage import tables
from app.workflows.salvage.report import Item, Salvaged
from tests.support.fixed_clock import FixedClock
from ui.pages.salvage import report_words as words

AT = FixedClock().now()


def test_every_kind_has_a_word_of_its_own() -> None:
    families = [*(kind.family for kind in tables.KINDS), "draft"]
    for word in (words.kind, words.kinds):
        assert len({word(family) for family in families} - set(families)) == len(families)


def test_everything_is_told_with_whom_it_is_for() -> None:
    salvaged = Salvaged(
        {"client": 2, "session": 0, "session_note": 1200},
        unproven=(Item("client", "Amara Osei"),),
        lost=(Item("session_note", "Tomasz Brandt", AT), Item("practice"), Item("practice")),
        entries_lost=3,
    )
    told = words.listed(salvaged).splitlines()
    assert "Clients: 2" in told
    assert "Final notes: 1,200" in told
    assert not any(line.startswith("Sessions:") for line in told)
    assert "Client, Amara Osei" in told
    assert any(line.startswith("Final note, Tomasz Brandt, ") for line in told)
    assert "Lost (3)" in told
    assert "Practice details (2)" in told
    assert told[0] == "Came over"
    assert told[-3].startswith("3 entries of the list of changes can’t be read.")
    assert "a consent was withdrawn" in told[-3]
    assert told[-1].startswith("Backups that were made before stay where they are")


def test_a_consent_that_may_have_been_withdrawn_comes_before_all() -> None:
    lost = (Item("client", "Bela"), Item("consent_event", "Amara Osei", AT))
    told = words.listed(Salvaged({"client": 1}, (), lost)).splitlines()
    assert told[0].startswith("Look at consents first.")
    assert "may read as given" in told[0]
    assert told[1].startswith("Consent event, Amara Osei, ")
    assert told[2:4] == ["", "Came over"]
    assert "Lost (1)" in told
    assert "Client, Bela" in told
