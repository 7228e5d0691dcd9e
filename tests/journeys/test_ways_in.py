"""The ways into a vault, changed and proven by keyboard alone, in a real window with a keyring."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ledger import events
from crypto.keyring.os_keyring import find_key_store
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import Way
from crypto.vault.change_slots import forget_in_store
from tests.support.coach import NEW, Coach, Words
from tests.support.composed import composed
from tests.support.desktop import PATIENCE, Home, fresh_home
from tests.support.driver import Driver
from tests.support.journey_facts import opened
from tests.support.vault_on_disk import make_vault
from tests.support.workspaces import PASSPHRASE
from ui.pages.ways_in.new_key_model import NewKeyModel
from ui.tour.walk import Until


@dataclass
class Made:
    """A vault that opens by this computer's half and a passphrase."""

    vault: Path
    words: Words

    def opens(self, way: Way) -> bool:
        try:
            with opened(self.vault, way):
                return True
        except Exception:  # noqa: BLE001 - whatever it says, it does not open
            return False

    def counts(self, kind: str, way: Way) -> int:
        with opened(self.vault, way) as workspace, workspace._database.read() as reader:
            return len(events.of_kind(reader, kind))


@pytest.fixture
def made(at_home: Home) -> Made:
    return Made(*make_vault(at_home, KeyringPassphraseWay(find_key_store(), PASSPHRASE)))


def both(passphrase: str) -> KeyringPassphraseWay:
    return KeyringPassphraseWay(find_key_store(), passphrase)


def test_the_passphrase_is_changed(made: Made, qapp: QApplication) -> None:
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        coach.runs("vault.change_passphrase", "password")
        coach.enters("change_passphrase.proof", PASSPHRASE)
        coach.enters("change_passphrase.passphrase", NEW)
        coach.enters_last("change_passphrase.passphrase_again", NEW, "change_passphrase.do")
        coach.sees_gone("change_passphrase")

    assert not made.opens(both(PASSPHRASE))
    assert made.opens(both(NEW))
    assert made.counts("way_in_added", both(NEW)) == 1


def test_a_way_in_is_added_and_taken_away_again(made: Made, qapp: QApplication) -> None:
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        coach.runs("vault.add_way", "add a way in")
        coach.enters("add_way.proof", PASSPHRASE)
        coach.driver.do(coach.driver.hands.tab_to("add_way.passphrase"))
        coach.enters("add_way.passphrase", NEW)
        coach.enters_last("add_way.passphrase_again", NEW, "add_way.do")
        coach.sees_gone("add_way")
        coach.runs("go.vault", "vault")
        coach.driver.do(coach.driver.hands.tab_to("settings.vault.remove"))
        coach.press(Qt.Key.Key_Return)
        coach.enters_last("remove_way.proof", PASSPHRASE, "remove_way.do")
        coach.sees_gone("remove_way")

    assert made.opens(both(PASSPHRASE))
    assert not made.opens(PassphraseWay(NEW))
    assert made.counts("way_in_added", both(PASSPHRASE)) == 1
    assert made.counts("way_in_removed", both(PASSPHRASE)) == 1


def test_a_new_kit_opens_the_vault_and_the_old_words_no_longer(
    made: Made, qapp: QApplication
) -> None:
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        coach.runs("vault.new_kit", "new recovery kit")
        coach.enters("new_kit.proof", PASSPHRASE)
        words = coach.reads_kit("new_kit")
        coach.sees_gone("new_kit")

    assert not made.opens(RecoveryWay(made.words))
    assert made.opens(RecoveryWay(words))
    assert made.counts("kit_renewed", both(PASSPHRASE)) == 1


def test_the_kit_is_proven_from_its_paper(made: Made, qapp: QApplication) -> None:
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        coach.driver.wait(coach.driver.reads("Keep a Recovery Kit"))
        coach.runs("vault.rehearse", "prove your recovery")
        coach.enters("rehearse.word_1", " ".join(made.words))
        coach.driver.wait(coach.driver.reads("Kit 1 opens this vault."))
        coach.press(Qt.Key.Key_Return)
        coach.sees_gone("rehearse")
        coach.driver.wait(
            Until("the kit to be needed no more", lambda: not _asks_for_kit(coach.driver))
        )

    assert made.counts("kit_rehearsed", both(PASSPHRASE)) == 1


def test_a_half_that_is_gone_is_put_back_right_after_the_recovery(
    made: Made, qapp: QApplication
) -> None:
    store = find_key_store()
    with opened(made.vault, both(PASSPHRASE)) as workspace:
        forget_in_store(store, workspace.facts().vault_id, workspace.ways_in.opened_by)
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.driver.wait(coach.driver.hands.has_focus("unlock.passphrase"))
        coach.enters("unlock.passphrase", PASSPHRASE)
        coach.driver.wait(coach.driver.reads("no longer has this vault’s half of the key"))
        coach.press(Qt.Key.Key_Return)
        coach.enters("recover.word_1", " ".join(made.words))
        coach.enters("recover.passphrase", NEW)
        coach.enters_last("recover.passphrase_again", NEW, "recover.put_back")
        coach.driver.wait(coach.driver.hands.sees("today"))

    assert made.opens(both(NEW))
    assert made.counts("kit_rehearsed", both(NEW)) == 1


def test_a_new_key_ends_every_way_in_of_before(made: Made, qapp: QApplication) -> None:
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        words = coach.comes_to_new_key()
        coach.driver.wait(coach.driver.reads("The vault has a new key"))
        coach.driver.wait(coach.driver.hands.has_focus("new_key.lock"))
        assert coach.driver.hands.seen("desk") is None

    assert not made.opens(both(PASSPHRASE))
    assert not made.opens(RecoveryWay(made.words))
    assert made.opens(RecoveryWay(words))
    assert made.counts("rekeyed", both(NEW)) == 1
    assert sorted(file.name for file in made.vault.glob("vault-*.db")) == ["vault-2.db"]


def test_a_lock_while_the_vault_is_written_anew_gives_that_up_and_is_not_held_up(
    made: Made, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, ended = Event(), Event()
    tell = NewKeyModel._tell

    def tell_once_locked(model: NewKeyModel, done: int, total: int) -> None:
        locked.wait(PATIENCE)
        tell(model, done, total)

    def end(_: int) -> None:
        ended.set()

    monkeypatch.setattr(NewKeyModel, "_tell", tell_once_locked)
    monkeypatch.setattr(os, "_exit", end)
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        words = coach.comes_to_new_key()
        coach.driver.wait(coach.driver.reads("Writing the vault under a new key"))
        coach.press(Qt.Key.Key_F12)
        assert not whole.window.isVisible()
        locked.set()
        whole.wait_for(ended.is_set, patience=3.0)

    assert made.opens(both(PASSPHRASE))
    assert made.opens(RecoveryWay(made.words))
    assert not made.opens(RecoveryWay(words))
    assert sorted(file.name for file in made.vault.glob("vault-*.db")) == ["vault-1.db"]


def test_a_vault_that_opens_by_the_keyring_alone_is_put_back_by_one_button(
    at_home: Home, qapp: QApplication
) -> None:
    store = find_key_store()
    made = Made(*make_vault(at_home, KeyringWay(store)))
    with opened(made.vault, KeyringWay(store)) as workspace:
        forget_in_store(store, workspace.facts().vault_id, workspace.ways_in.opened_by)
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        hands = coach.driver.hands
        coach.driver.wait(hands.can_use("unlock.open"))
        coach.press(Qt.Key.Key_Return)
        coach.driver.wait(coach.driver.reads("no longer has this vault’s half of the key"))
        coach.driver.do(hands.tab_to("unlock.open"))
        coach.press(Qt.Key.Key_Space)
        coach.enters("recover.word_1", " ".join(made.words))
        coach.driver.wait(hands.has_focus("recover.put_back"))
        coach.press(Qt.Key.Key_Space)
        coach.driver.wait(hands.sees("today"))

    assert made.opens(KeyringWay(store))


def test_a_copied_vault_opens_in_an_empty_home_without_keyring_and_bus(
    at_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    made = Made(*make_vault(at_home, both(PASSPHRASE)))
    copy = tmp_path / "stick" / "Whitlock Coaching.vault"
    shutil.copytree(made.vault, copy)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    empty = fresh_home(elsewhere)
    for name, value in empty.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        hands = coach.driver.hands
        coach.driver.wait(hands.has_focus("first_run.name"))
        coach.driver.do(hands.tab_to("first_run.existing"))
        coach.press(Qt.Key.Key_Space)
        coach.driver.do(hands.answer_file_dialog(str(copy)))
        coach.driver.wait(coach.driver.reads("This computer has no password store"))
        coach.driver.do(hands.tab_to("unlock.recover"))
        coach.press(Qt.Key.Key_Space)
        for place, word in enumerate(made.words[:3], start=1):
            coach.types(f"recover.word_{place}", word)
            coach.press(Qt.Key.Key_Space)
        coach.enters("recover.word_4", " ".join(made.words))
        coach.driver.wait(hands.sees("today"))

    assert Made(copy, made.words).counts("kit_rehearsed", RecoveryWay(made.words)) == 1


def _asks_for_kit(driver: Driver) -> bool:
    return "Keep a Recovery Kit" in "\n".join(driver.texts())
