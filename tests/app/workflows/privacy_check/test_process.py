"""What is in force in this process is asked, and what is missing is named."""

from app.workflows.privacy_check.finding import Fact, Finding
from app.workflows.privacy_check.process import judge, look
from crypto.process.hardening import Hardened


def in_force(**but: bool) -> Hardened:
    return Hardened(**(dict.fromkeys(Hardened.__slots__, True) | but))


def test_all_of_it_is_fine() -> None:
    assert judge(in_force()) == Finding(Fact.PROCESS_HARDENED)


def test_what_is_missing_is_named_and_the_network_first() -> None:
    found = judge(in_force(isolated=False, seccomp=False))
    assert found == Finding(Fact.PROCESS_PARTLY, ("seccomp", "isolated"))


def test_each_part_counts() -> None:
    for part in Hardened.__slots__:
        assert judge(in_force(**{part: False})) == Finding(Fact.PROCESS_PARTLY, (part,))


def test_a_process_that_gave_nothing_up_says_so() -> None:
    assert look().fact is Fact.PROCESS_PARTLY  # that of the tests
