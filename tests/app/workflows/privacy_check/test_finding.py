"""Every fact has a subject and a state."""

from app.workflows.privacy_check.finding import Fact, Finding, State, Subject, in_order


def test_every_fact_is_about_something() -> None:
    assert {fact.subject for fact in Fact} == set(Subject)


def test_what_could_not_be_looked_at_is_never_fine() -> None:
    told = [fact for fact in Fact if fact.value.endswith((".unknown", ".missing", ".not_checked"))]
    assert {fact.state for fact in told} == {State.UNKNOWN}


def test_every_state_is_in_use() -> None:
    assert {fact.state for fact in Fact} == set(State)


def test_findings_are_listed_by_subject() -> None:
    disk, kit = Finding(Fact.DISK_PLAIN), Finding(Fact.KIT_NEVER)
    assert in_order((disk, kit)) == (kit, disk)
