"""The dialogs of the ways in with their real widgets, a real vault and a store in memory."""

from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.core.changes import Changes
from app.ledger import events
from app.workflows.ways_in import own_slot
from app.workflows.ways_in.new_key import NewKey
from app.workspace import Workspace
from crypto.errors import SaveNotDurable
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import SlotKind
from crypto.vault import change_slots
from tests.support.accessible_names import nameless
from tests.support.cheap_ways import MACHINE
from tests.support.find import find
from tests.support.workspaces import PASSPHRASE, add_client
from tests.ui.pages.ways_in.conftest import NEW, Ways
from ui.commands.context import Context
from ui.pages.ways_in.new_key_model import NewKeyModel
from ui.pages.ways_in.new_key_page import NewKeyPage
from ui.ways_in.kit_panel import KitPanel
from ui.widgets.radio_button import RadioButton


def test_another_passphrase_opens_the_vault_and_the_old_one_no_longer(ways: Ways) -> None:
    ways.run("vault.change_passphrase")
    ways.type("change_passphrase.proof", PASSPHRASE)
    ways.new_passphrase("change_passphrase")

    ways.press("change_passphrase.do")

    ways.wait_until_gone("change_passphrase")
    assert ways.sees("The passphrase is changed.")
    ways.close()
    assert not ways.opens(PassphraseWay(PASSPHRASE))
    assert ways.opens(PassphraseWay(NEW))


@pytest.mark.parametrize("named", ["change_passphrase", "new_key"])
def test_the_passphrase_in_use_is_no_new_one(ways: Ways, named: str) -> None:
    command = {"change_passphrase": "vault.change_passphrase", "new_key": "vault.new_key"}[named]
    ways.run(command)
    ways.type(f"{named}.proof", PASSPHRASE)
    ways.qtbot.waitUntil(lambda: bool(ways.model.ways.here))
    ways.desk.rest()
    if named == "new_key":
        find(ways.desk.window, RadioButton, "new_key.open_by_passphrase").click()
    assert ways.sees("New passphrase")
    ways.new_passphrase(named, PASSPHRASE)
    ways.wait_until_sees("That is the passphrase in use. Think of another one.")
    ways.desk.rest()
    assert not ways.can_press(f"{named}.do")
    ways.new_passphrase(named)
    ways.qtbot.waitUntil(lambda: ways.can_press(f"{named}.do"))
    assert not ways.sees("That is the passphrase in use.")


def test_it_takes_no_mouse(ways: Ways) -> None:
    ways.run("vault.change_passphrase")
    ways.qtbot.waitUntil(find(ways.desk.window, QLineEdit, "change_passphrase.proof").hasFocus)
    for text in (PASSPHRASE, NEW, NEW):
        ways.desk.type(text)
        if text is NEW:
            ways.qtbot.wait(1)
        ways.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        focus = ways.desk.focus()
        if focus.objectName().endswith("again"):
            ways.qtbot.waitUntil(lambda: ways.can_press("change_passphrase.do"))
        QTest.keyClick(focus, Qt.Key.Key_Return)

    ways.wait_until_gone("change_passphrase")
    ways.close()
    assert ways.opens(PassphraseWay(NEW))


def test_whoever_does_not_know_the_passphrase_changes_nothing(ways: Ways) -> None:
    ways.run("vault.change_passphrase")
    ways.type("change_passphrase.proof", "not the right one")
    ways.new_passphrase("change_passphrase")

    ways.press("change_passphrase.do")

    ways.wait_until_sees("That passphrase didn’t open the vault.")
    ways.desk.key(Qt.Key.Key_Escape)
    ways.close()
    assert ways.opens(PassphraseWay(PASSPHRASE))


def test_the_kit_stands_in_for_a_passphrase_that_was_forgotten(ways: Ways) -> None:
    words = ways.words()
    ways.run("vault.change_passphrase")
    ways.press("change_passphrase.other_proof")
    ways.put_words(words, "change_passphrase.proof")
    ways.new_passphrase("change_passphrase")

    ways.press("change_passphrase.do")

    ways.wait_until_gone("change_passphrase")
    ways.close()
    assert ways.opens(PassphraseWay(NEW))


def test_a_computer_is_added_and_removed(ways: Ways) -> None:
    ways.run("vault.add_way")
    ways.type("add_way.proof", PASSPHRASE)
    ways.new_passphrase("add_way")
    ways.press("add_way.do")
    ways.wait_until_gone("add_way")
    assert ways.kinds() == [
        SlotKind.PASSPHRASE,
        SlotKind.KEYRING_PASSPHRASE,
        SlotKind.RECOVERY,
    ]
    assert len(ways.store.items) == 1
    kept = ways.model.ways.own
    assert kept is not None

    ways.dialogs.remove(kept.id)
    ways.type("remove_way.proof", NEW)
    ways.press("remove_way.do")
    ways.wait_until_gone("remove_way")

    assert ways.kinds() == [SlotKind.PASSPHRASE, SlotKind.RECOVERY]
    ways.qtbot.waitUntil(lambda: ways.store.items == {})


def test_the_last_way_in_cannot_be_removed(ways: Ways) -> None:
    (last, _kit) = ways.model.ways.ways

    ways.dialogs.remove(last.id)

    assert not ways.sees("Remove")


def test_the_way_in_of_this_computer_is_changed(ways: Ways) -> None:
    ways.run("vault.change_opening")
    ways.type("change_opening.proof", PASSPHRASE)
    find(ways.desk.window, RadioButton, "change_opening.open_by_keyring").click()
    ways.press("change_opening.do")
    ways.wait_until_gone("change_opening")

    assert ways.kinds() == [SlotKind.KEYRING, SlotKind.RECOVERY]
    assert not ways.desk.registry.is_enabled("vault.change_passphrase")
    ways.close()
    assert ways.opens(KeyringWay(ways.store))


def test_a_half_that_is_gone_is_put_back_in_its_place(ways: Ways) -> None:
    ways.run("vault.add_way")
    ways.type("add_way.proof", PASSPHRASE)
    ways.new_passphrase("add_way")
    ways.press("add_way.do")
    ways.wait_until_gone("add_way")
    ways.store.items.clear()
    ways.model.look()
    ways.qtbot.waitUntil(lambda: ways.model.ways.half_is_gone)
    assert ways.model.ways.lost is not None

    ways.run("vault.put_back")
    ways.type("put_back.proof", PASSPHRASE)
    ways.new_passphrase("put_back", "staple lantern willow amber")
    ways.press("put_back.do")
    ways.wait_until_gone("put_back")

    assert len(ways.kinds()) == 3
    assert len(ways.store.items) == 1
    assert not ways.desk.registry.is_enabled("vault.put_back")
    vault_id = ways.desk.ask(lambda w: w.facts().vault_id)
    own = ways.model.ways.own
    assert own is not None
    slots = [way.id for way in ways.model.ways.ways]
    assert own_slot.recall(ways.desk.device, vault_id, MACHINE, slots) == own.id
    ways.close()
    assert ways.opens(KeyringPassphraseWay(ways.store, "staple lantern willow amber"))


def test_a_new_kit_opens_the_vault_and_the_old_one_no_longer(ways: Ways) -> None:
    old = ways.words()
    ways.run("vault.new_kit")
    ways.type("new_kit.proof", PASSPHRASE)
    ways.press("new_kit.do")
    ways.wait_until_sees("Your new Recovery Kit, number 3")
    assert find(ways.desk.window, QLineEdit, "new_kit.proof").text() == ""
    words = ways.kit_words()
    assert not ways.can_press("new_kit.do")
    ways.check_three("new_kit")

    ways.press("new_kit.do")

    ways.wait_until_gone("new_kit")
    assert ways.sees("Kit 3 is in force. Destroy the old sheet.")
    ways.close()
    assert not ways.opens(RecoveryWay(old))
    assert ways.opens(RecoveryWay(words))


def test_a_new_kit_that_is_not_checked_changes_nothing(ways: Ways) -> None:
    old = ways.words()
    ways.run("vault.new_kit")
    ways.type("new_kit.proof", PASSPHRASE)
    ways.press("new_kit.do")
    ways.qtbot.waitUntil(lambda: bool(ways.desk.window.findChildren(KitPanel)))

    ways.press("new_kit.cancel")

    ways.close()
    assert ways.opens(RecoveryWay(old))


def test_the_kit_is_proven(ways: Ways) -> None:
    words = ways.words()
    ways.run("vault.rehearse")
    ways.put_words(words, "rehearse")

    ways.press("rehearse.do")

    ways.wait_until_sees("Kit 2 opens this vault.")
    assert not ways.sees(words[0])
    ways.press("rehearse.do")
    ways.wait_until_gone("rehearse")
    assert ways.desk.ask(lambda w: w.ways_in.kits.facts().rehearsed) == ways.desk.clock.now()


def test_the_words_of_an_older_kit_prove_nothing(ways: Ways) -> None:
    old = ways.words()
    ways.words()
    ways.run("vault.rehearse")
    ways.put_words(old, "rehearse")

    ways.press("rehearse.do")

    ways.wait_until_sees("another vault or an older kit (this vault: kit 3, 17 Nov 2026)")
    assert ways.desk.ask(lambda w: w.ways_in.kits.facts().rehearsed) is None


def to_the_new_key(ways: Ways) -> tuple[str, ...]:
    """Comes to where the vault is about to be written anew; the words of the kit then."""
    ways.run("vault.new_key")
    ways.type("new_key.proof", PASSPHRASE)
    ways.qtbot.waitUntil(lambda: bool(ways.model.ways.here))
    ways.desk.rest()
    find(ways.desk.window, RadioButton, "new_key.open_by_passphrase").click()
    ways.new_passphrase("new_key")
    ways.press("new_key.do")
    ways.check_three("new_key")
    return ways.kit_words()


def test_a_new_key_ends_every_way_in_of_before(ways: Ways) -> None:
    old = ways.words()
    saved: list[str] = []

    def save(workspace: Workspace) -> None:
        add_client(workspace, "Amara Osei")
        saved.append("Amara Osei")

    ways.lock.savings.append(save)
    words = to_the_new_key(ways)

    ways.press("new_key.do")

    ways.wait_until_sees("The vault has a new key")
    assert ways.sees("a copy of this vault or of its key file opens with the passphrase")
    assert saved == ["Amara Osei"]
    assert ways.desk.registry.screen is Context.LOCKED
    ways.desk.is_closed = True
    ways.press("new_key.lock")
    assert ways.lock.locked == 1
    assert not ways.opens(PassphraseWay(PASSPHRASE))
    assert not ways.opens(RecoveryWay(old))
    assert ways.opens(PassphraseWay(NEW))
    assert ways.opens(RecoveryWay(words))


def test_a_new_key_that_could_not_be_made_leaves_the_old_one(ways: Ways) -> None:
    def full(_: Workspace) -> Changes:
        raise SaveNotDurable

    ways.lock.savings.append(full)
    to_the_new_key(ways)

    ways.press("new_key.do")

    ways.wait_until_sees("The vault has its old key")
    ways.close()
    assert ways.opens(PassphraseWay(PASSPHRASE))
    assert not ways.opens(PassphraseWay(NEW))


def test_a_lock_gives_up_a_new_key_and_waits_for_it_no_longer(
    ways: Ways, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = Event()
    tell = NewKeyModel._tell

    def tell_once_locked(model: NewKeyModel, done: int, total: int) -> None:
        assert locked.wait(10)
        tell(model, done, total)

    monkeypatch.setattr(NewKeyModel, "_tell", tell_once_locked)
    to_the_new_key(ways)
    ways.press("new_key.do")
    ways.wait_until_sees("Writing the vault under a new key")
    page = find(ways.desk.window, NewKeyPage)
    assert page.at_work

    ways.lock.leaving.emit(True)
    locked.set()

    ways.wait_until_sees("The vault has its old key")
    assert not page.at_work
    ways.close()
    assert ways.opens(PassphraseWay(PASSPHRASE))
    assert not ways.opens(PassphraseWay(NEW))


def test_a_new_key_that_the_disk_has_not_confirmed_is_said_to_be_in_force(
    ways: Ways, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = NewKey.__call__

    def take_unconfirmed(*given: Any) -> bool:
        return not take(*given)

    monkeypatch.setattr(NewKey, "__call__", take_unconfirmed)
    to_the_new_key(ways)

    ways.press("new_key.do")

    ways.wait_until_sees("The vault has a new key")
    assert ways.sees("keep the old ways in until then")
    ways.desk.is_closed = True
    assert ways.opens(PassphraseWay(NEW))


def test_every_control_has_a_name(ways: Ways) -> None:
    for command in ("change_passphrase", "change_opening", "add_way", "rehearse", "new_key"):
        ways.run(f"vault.{command}")
        assert nameless(ways.desk.window) == [], command
        ways.desk.key(Qt.Key.Key_Escape)


def test_what_a_killed_process_left_is_written_down_as_soon_as_the_desk_is_there(
    ways: Ways,
) -> None:
    def behind(workspace: Workspace) -> None:
        change_slots.finish_new_kit(workspace._vault, workspace.ways_in.kits.begin())

    ways.desk.ask(behind)
    assert ways.desk.ask(renewals) == 0

    ways.model.load()
    ways.desk.rest()

    assert ways.desk.ask(renewals) == 1


def renewals(workspace: Workspace) -> int:
    with workspace._database.read() as reader:
        return len(events.of_kind(reader, "kit_renewed"))
