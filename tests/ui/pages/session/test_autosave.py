"""A note is written soon after a pause, at least once a second, never two writes at a time."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ui.pages.session.autosave import RETRY, Autosave

IDLE, LONGEST = 300, 1_000


def autosave() -> Autosave:
    return Autosave(IDLE, LONGEST)


def test_nothing_is_due_before_a_change() -> None:
    policy = autosave()
    assert policy.due() is None
    assert policy.wake(0) is None
    assert policy.unsaved_since is None


def test_a_pause_of_300_ms_is_enough() -> None:
    policy = autosave()
    policy.edited(10)
    policy.edited(200)
    assert policy.due() == 500
    assert policy.unsaved_since == 10


def test_typing_on_and_on_is_written_every_second() -> None:
    policy = autosave()
    for now in range(0, 1_000, 100):
        policy.edited(now)
    assert policy.due() == 1_000
    policy.started(1_000)
    policy.edited(1_100)
    policy.succeeded()
    policy.edited(1_200)
    policy.edited(2_050)
    assert policy.due() == 2_100


def test_no_second_write_begins_while_one_runs() -> None:
    policy = autosave()
    policy.edited(0)
    policy.started(300)
    policy.edited(310)
    assert policy.due() is None
    policy.succeeded()
    assert policy.due() == 610
    assert policy.unsaved_since == 310


def test_a_write_is_slow_after_a_second() -> None:
    policy = autosave()
    policy.edited(0)
    policy.started(300)
    assert policy.wake(300) == 1_300
    assert not policy.is_slow(1_299)
    assert policy.is_slow(1_300)
    assert policy.wake(1_300) is None


def test_a_failure_is_tried_again_every_five_seconds() -> None:
    policy = autosave()
    policy.edited(0)
    policy.started(300)
    policy.edited(310)
    policy.failed(400)
    assert policy.has_failed
    assert policy.unsaved_since == 0
    assert policy.due() == 400 + RETRY
    policy.edited(450)
    assert policy.due() == 400 + RETRY
    policy.started(5_400)
    policy.failed(5_410)
    assert policy.unsaved_since == 0
    assert policy.due() == 5_410 + RETRY
    policy.started(10_410)
    policy.succeeded()
    assert not policy.has_failed
    assert policy.unsaved_since is None


class Typing(RuleBasedStateMachine):
    """Keys, writes and failures in any order; the vault keeps what the last good write carried."""

    @initialize()
    def begin(self) -> None:
        self.now = 0
        self.policy = autosave()
        self.text = self.vault = self.in_flight = 0  # numbers of the change last included
        self.typed_at: dict[int, int] = {}

    @rule(after=st.integers(1, 2_000))
    def type(self, after: int) -> None:
        self.pass_time(after)
        self.text += 1
        self.typed_at[self.text] = self.now
        self.policy.edited(self.now)

    @rule(after=st.integers(1, 7_000))
    def pass_time(self, after: int) -> None:
        end = self.now + after
        while (due := self.policy.due()) is not None and due <= end:
            self.now = max(self.now, due)
            self.in_flight = self.text
            self.policy.started(self.now)
        self.now = end

    @precondition(lambda self: self.policy.is_writing)
    @rule()
    def reach_the_disk(self) -> None:
        self.vault = self.in_flight
        self.policy.succeeded()

    @precondition(lambda self: self.policy.is_writing)
    @rule()
    def fail(self) -> None:
        self.policy.failed(self.now)

    @invariant()
    def unsaved_is_what_the_vault_lacks(self) -> None:
        oldest = self.typed_at.get(self.vault + 1)
        assert self.policy.unsaved_since == oldest

    @invariant()
    def everything_unsaved_is_on_its_way(self) -> None:
        if self.text > self.vault:
            assert self.policy.is_writing or self.policy.due() is not None

    @invariant()
    def nothing_waits_longer_than_it_may(self) -> None:
        due = self.policy.due()
        if due is not None and not self.policy.has_failed:
            assert due - self.typed_at[self.text] <= IDLE
            assert due - self.typed_at[self.vault + 1] <= LONGEST


TestTyping = Typing.TestCase
