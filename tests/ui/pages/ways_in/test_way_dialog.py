"""Cancel is meant: whatever was under way, nothing is changed after it, or it can't be pressed."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import SlotKind
from tests.support.ending_threads import all_have_ended
from tests.support.find import find
from tests.support.workspaces import PASSPHRASE
from tests.ui.pages.ways_in.conftest import NEW, WORDS_WAIT, Gate, Ways
from tests.ui.pages.ways_in.test_dialogs import to_the_new_key
from ui.pages.ways_in.passphrase_dialog import PassphraseDialog
from ui.pages.ways_in.way_dialog import WayDialog
from ui.ways_in.way_choice import WayChoice


def begin_to_change_the_passphrase(ways: Ways) -> None:
    """Comes to where the proof was given, and is not back yet."""
    ways.run("vault.change_passphrase")
    ways.type("change_passphrase.proof", PASSPHRASE)
    ways.new_passphrase("change_passphrase")
    ways.slow.proof.shut()
    ways.press("change_passphrase.do")
    ways.qtbot.waitUntil(ways.slow.proof.somebody_waits)


def ask_for_this_computer(ways: Ways) -> None:
    ways.run("vault.add_way")
    ways.type("add_way.proof", PASSPHRASE)
    ways.new_passphrase("add_way")
    ways.press("add_way.do")


def let_it_end(ways: Ways) -> None:
    """Lets what is under way go on, to whatever it comes."""
    ways.slow.proof.open()
    ways.slow.making.open()
    ways.qtbot.waitUntil(all_have_ended)
    ways.desk.rest()


def press_where_the_focus_is(ways: Ways, key: Qt.Key) -> None:
    QTest.keyClick(ways.desk.focus(), key)


@contextmanager
def busy_vault(ways: Ways) -> Generator[None]:
    """The vault's thread has something else to do: a write waits for its turn."""
    free = Gate()
    free.shut()
    ways.desk.jobs.read(ways.desk.jobs, lambda _: free.pass_through(), lambda _: None)
    try:
        yield
    finally:
        free.open()


def test_a_passphrase_stays_as_it_was_when_its_change_is_cancelled_during_the_proof(
    ways: Ways,
) -> None:
    begin_to_change_the_passphrase(ways)

    ways.desk.key(Qt.Key.Key_Escape)
    let_it_end(ways)

    assert ways.slow.made == []
    ways.close()
    assert ways.opens(PassphraseWay(PASSPHRASE))
    assert not ways.opens(PassphraseWay(NEW))


def test_a_way_in_that_is_kept_after_all_is_kept(ways: Ways) -> None:
    ask_for_this_computer(ways)
    ways.wait_until_gone("add_way")
    kept = ways.model.ways.own
    assert kept is not None
    ways.dialogs.remove(kept.id)
    ways.type("remove_way.proof", NEW)
    ways.slow.proof.shut()
    ways.press("remove_way.do")
    ways.qtbot.waitUntil(ways.slow.proof.somebody_waits)

    ways.press("remove_way.cancel")
    let_it_end(ways)

    assert SlotKind.KEYRING_PASSPHRASE in ways.kinds()
    assert len(ways.store.items) == 1


def test_what_comes_after_cancel_is_wiped_and_leaves_nothing_in_the_store(ways: Ways) -> None:
    ways.slow.making.shut()
    ask_for_this_computer(ways)
    ways.qtbot.waitUntil(ways.slow.making.somebody_waits, timeout=WORDS_WAIT)
    assert len(ways.store.items) == 1

    ways.press("add_way.cancel")
    let_it_end(ways)

    (late,) = ways.slow.made
    assert (len(late.found_again), len(late.enrolment.key_material)) == (0, 0)
    ways.qtbot.waitUntil(lambda: ways.store.items == {})
    assert ways.kinds() == [SlotKind.PASSPHRASE, SlotKind.RECOVERY]


def test_what_ends_late_does_not_end_the_next_dialog(ways: Ways) -> None:
    begin_to_change_the_passphrase(ways)
    ways.desk.key(Qt.Key.Key_Escape)
    ways.run("vault.new_kit")

    let_it_end(ways)

    dialog = find(ways.desk.window, WayDialog, "new_kit")
    assert dialog.isVisible()
    assert not ways.sees("Your new Recovery Kit")


def test_what_is_being_written_can_no_longer_be_cancelled(ways: Ways) -> None:
    begin_to_change_the_passphrase(ways)
    with busy_vault(ways):
        ways.slow.proof.open()
        ways.qtbot.waitUntil(lambda: not ways.can_press("change_passphrase.cancel"))

        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
            press_where_the_focus_is(ways, key)

        dialog = find(ways.desk.window, WayDialog, "change_passphrase")
        assert dialog.isVisible()
        assert dialog.isAncestorOf(ways.desk.focus())
    ways.wait_until_gone("change_passphrase")
    ways.close()
    assert ways.opens(PassphraseWay(NEW))


def test_cancel_is_there_again_when_the_write_failed(ways: Ways) -> None:
    begin_to_change_the_passphrase(ways)
    ways.desk.ask(lambda workspace: workspace._database.hold())

    ways.slow.proof.open()

    ways.qtbot.waitUntil(lambda: ways.can_press("change_passphrase.do"), timeout=WORDS_WAIT)
    ways.press("change_passphrase.cancel")
    ways.wait_until_gone("change_passphrase")
    ways.close()
    assert ways.opens(PassphraseWay(PASSPHRASE))


def test_a_rehearsal_that_is_being_written_is_waited_for(ways: Ways) -> None:
    words = ways.words()
    ways.run("vault.rehearse")
    ways.put_words(words, "rehearse")
    with busy_vault(ways):
        ways.press("rehearse.do")
        assert not ways.can_press("rehearse.cancel")

        press_where_the_focus_is(ways, Qt.Key.Key_Escape)

        assert ways.sees("Fetch the paper")
    ways.wait_until_sees("Kit 2 opens this vault.")


def test_a_new_key_that_was_cancelled_leaves_no_secret_behind(ways: Ways) -> None:
    to_the_new_key(ways)
    ways.slow.making.shut()
    ways.press("new_key.do")
    ways.qtbot.waitUntil(ways.slow.making.somebody_waits, timeout=WORDS_WAIT)

    ways.press("new_key.cancel")
    let_it_end(ways)

    (late,) = ways.slow.made
    assert len(late.found_again) == 0
    ways.close()
    assert ways.opens(PassphraseWay(PASSPHRASE))


def test_what_was_typed_counts_when_the_password_store_answers_after_it(ways: Ways) -> None:
    ways.run("vault.change_passphrase")
    ways.type("change_passphrase.proof", PASSPHRASE)
    ways.new_passphrase("change_passphrase")
    ways.qtbot.waitUntil(lambda: ways.can_press("change_passphrase.do"), timeout=WORDS_WAIT)

    find(ways.desk.window, PassphraseDialog)._choice.begin(ways.store, WayChoice.BOTH)

    assert ways.can_press("change_passphrase.do")
