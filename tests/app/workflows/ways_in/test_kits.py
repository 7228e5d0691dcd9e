"""A new kit, a rehearsal, and what backups need of both."""

from datetime import timedelta

import pytest

from crypto.errors import RecoveryChecksum, RecoveryWordUnknown, RecoveryWrong
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.vault import change_slots
from crypto.vault.backup_root import backup_root
from tests.app.workflows.ways_in.conftest import Opened
from tests.support.workspaces import PASSPHRASE


def test_a_new_vault_knows_what_backups_need_and_that_its_kit_is_on_no_paper(
    opened: Opened,
) -> None:
    facts = opened.ways.kits.facts()

    assert opened.root(1) == backup_root(opened.words, opened.workspace._vault.vault_id, 1)
    assert (facts.number, facts.kept, facts.rehearsed) == (1, False, None)


def test_three_words_from_the_paper_say_that_the_kit_is_kept(opened: Opened) -> None:
    opened.ways.kits.was_kept()

    assert opened.ways.kits.facts().kept is True


def test_a_kit_that_is_not_finished_changes_nothing(opened: Opened) -> None:
    pending = opened.ways.kits.begin()

    assert pending.kit_number == 2
    assert opened.ways.kits.facts().number == 1
    assert opened.events() == []
    assert opened.opens(RecoveryWay(opened.words))


def test_the_words_of_the_kit_before_open_nothing_more(opened: Opened) -> None:
    pending = opened.ways.kits.begin()

    opened.ways.kits.finish(pending)

    facts = opened.ways.kits.facts()
    assert (facts.number, facts.kept) == (2, True)
    assert opened.events() == [("kit_renewed", {"kit_number": 2})]
    opened.workspace.close()
    with pytest.raises(RecoveryWrong):
        opened.open_again(RecoveryWay(opened.words))
    opened.open_again(RecoveryWay(pending.words))


def test_what_backups_need_is_there_before_the_kit_that_needs_it(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    pending = opened.ways.kits.begin()
    with monkeypatch.context() as patch:
        patch.setattr(change_slots, "finish_new_kit", killed)
        with pytest.raises(KeyboardInterrupt):
            opened.ways.kits.finish(pending)

    assert opened.root(2) is not None
    assert opened.ways.kits.facts().number == 1
    again = opened.ways.kits.begin()
    opened.ways.kits.finish(again)
    vault_id = opened.workspace._vault.vault_id
    assert opened.root(2) == backup_root(again.words, vault_id, 2)


def test_a_kit_whose_entry_was_missed_is_written_down_by_the_next_process(opened: Opened) -> None:
    change_slots.finish_new_kit(opened.workspace._vault, opened.ways.kits.begin())
    opened.open_again(PassphraseWay(PASSPHRASE))

    opened.ways.catch_up()

    assert opened.events() == [("kit_renewed", {"kit_number": 2})]
    assert opened.ways.kits.facts().kept is False


def test_a_rehearsal_is_written_down_and_counts_for_this_kit(opened: Opened) -> None:
    opened.clock.move(timedelta(days=100))

    opened.ways.kits.rehearse(opened.words)

    facts = opened.ways.kits.facts()
    assert facts.rehearsed == opened.clock.now()
    assert facts.kept is True
    assert opened.events() == [("kit_rehearsed", {"kit_number": 1})]
    opened.ways.kits.finish(opened.ways.kits.begin())
    assert opened.ways.kits.facts().rehearsed is None


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("zoo",) * 24, RecoveryChecksum),
        (("hosue",) * 24, RecoveryWordUnknown),
        (("abandon",) * 23 + ("art",), RecoveryWrong),
    ],
)
def test_wrong_words_prove_nothing(
    opened: Opened, words: tuple[str, ...], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        opened.ways.kits.rehearse(words)

    assert opened.events() == []
    assert opened.ways.kits.facts().rehearsed is None


def test_a_vault_without_it_is_given_what_backups_need_when_its_words_are_typed(
    opened: Opened,
) -> None:
    with opened.workspace._database.write() as writer:
        writer.execute("DELETE FROM backup_roots")

    opened.ways.kits.rehearse(opened.words)

    assert opened.root(1) == backup_root(opened.words, opened.workspace._vault.vault_id, 1)
