"""Each thing that a password store can say or not say: its sentence, and the way out by keys."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from crypto import errors
from crypto.keyring import os_keyring
from crypto.secret import SecretBytes
from crypto.slots.keyring_slot import KeyringWay
from tests.support.by_keys import DESK, at_the_keyboard, press
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.fake_key_store import FakeKeyStore
from tests.support.vault_on_disk import is_open, make_vault
from tests.support.workspaces import PASSPHRASE
from ui.tour.walk import Until

NAME = "GNOME Keyring"


class Store(FakeKeyStore):
    """A store that is found as it stands, and that may forget what it was given."""

    def __init__(self) -> None:
        super().__init__(NAME)
        self.missing: errors.KeyringError | None = None
        self.forgets = False

    def find(self) -> "Store":
        if self.missing is not None:
            raise self.missing
        return self

    def write(self, account: str, secret: SecretBytes) -> None:
        super().write(account, secret)
        if self.forgets:
            self.items.clear()
            raise errors.KeyringWriteUnverified


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    store = Store()
    monkeypatch.setattr(os_keyring, "find_key_store", store.find)
    return store


@pytest.fixture
def vault(at_home: Home, store: Store) -> tuple[Path, tuple[str, ...]]:
    return make_vault(at_home, KeyringWay(store))


CLOSED, SILENT, LOCKED = (
    errors.KeyringPromptDismissed(),
    errors.KeyringTimeout(),
    errors.KeyringLocked(),
)


@pytest.mark.parametrize(
    ("failure", "sentence", "button"),
    [
        (LOCKED, f"{NAME} is locked. Unlock it, then try again.", "Try again"),
        (
            CLOSED,
            f"You closed the prompt of {NAME}. Try again, or use the Recovery Kit.",
            "Try again",
        ),
        (
            SILENT,
            f"{NAME} doesn’t answer. Keep waiting, or use the Recovery Kit.",
            "Keep waiting",
        ),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, Exception) else "",
)
def test_what_may_pass_is_told_and_the_same_button_opens_once_it_has(
    vault: tuple[Path, tuple[str, ...]],
    store: Store,
    qapp: QApplication,
    failure: errors.KeyringError,
    sentence: str,
    button: str,
) -> None:
    folder, _ = vault
    store.failure = failure
    with at_the_keyboard(qapp) as driver:
        driver.do(press(driver, "unlock.open"))
        driver.wait(driver.reads(sentence))
        assert not is_open(folder)
        assert driver.hands.can_use("unlock.recover").met()
        main = driver.hands.seen("unlock.open")
        assert main is not None
        assert main.accessibleName() == button
        store.failure = None
        driver.do(press(driver, "unlock.open"))
        driver.wait(driver.hands.sees(DESK))


def gone(store: Store) -> None:
    store.items.clear()


def another(store: Store) -> None:
    store.items.clear()
    store.name = "KDE Wallet"


def insecure(store: Store) -> None:
    store.missing = errors.KeyringInsecure()


@pytest.mark.parametrize(
    ("befalls", "sentence"),
    [
        (
            gone,
            f"{NAME} no longer has this vault’s half of the key. The notes are unharmed.",
        ),
        (
            another,
            f"This computer now uses another password store: it was {NAME}, and is KDE Wallet now.",
        ),
        (
            insecure,
            "The password store here keeps secrets unprotected, so Underrose won’t use it.",
        ),
    ],
    ids=["gone", "another", "insecure"],
)
def test_what_does_not_pass_leads_to_the_recovery_kit(
    vault: tuple[Path, tuple[str, ...]],
    store: Store,
    qapp: QApplication,
    befalls: "object",
    sentence: str,
) -> None:
    folder, _ = vault
    assert callable(befalls)
    befalls(store)
    with at_the_keyboard(qapp) as driver:
        if befalls is not insecure:  # that one is told as soon as the store is looked for
            driver.do(press(driver, "unlock.open"))
        driver.wait(driver.reads(sentence))
        assert not is_open(folder)
        driver.do(press(driver, "unlock.open"))
        driver.wait(driver.reads("Recovery Kit"))
        driver.wait(driver.reads("24 words"))


def fill_in(driver: Driver, opening: str) -> None:
    driver.do(
        driver.hands.fill("first_run.name", "Whitlock Coaching"),
        driver.hands.click(f"first_run.open_by_{opening}"),
        driver.hands.fill("first_run.passphrase", PASSPHRASE),
        driver.hands.fill("first_run.passphrase_again", PASSPHRASE),
    )
    driver.wait(driver.hands.can_use("first_run.create"))


def open_by_passphrase_alone(driver: Driver) -> None:
    """What was typed stands there still."""
    driver.do(driver.hands.click("first_run.open_by_passphrase"))
    driver.do(press(driver, "first_run.create"))


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (LOCKED, f"{NAME} is locked. Unlock it and try again, or choose a passphrase."),
        (
            CLOSED,
            f"You closed the prompt of {NAME}. No vault was made. Try again, or choose a",
        ),
        (
            SILENT,
            f"{NAME} doesn’t answer. No vault was made. Try again, or choose a passphrase.",
        ),
        (
            errors.KeyringInsecure(),
            "The password store here keeps secrets unprotected, so Underrose won’t use it.",
        ),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, Exception) else "",
)
def test_before_there_is_a_vault_a_passphrase_is_the_way_out(
    at_home: Home, store: Store, qapp: QApplication, failure: errors.KeyringError, sentence: str
) -> None:
    with at_the_keyboard(qapp) as driver:
        fill_in(driver, "both")
        store.failure = failure
        driver.do(press(driver, "first_run.create"))
        driver.wait(driver.reads(sentence))
        assert "Recovery Kit" not in sentence
        assert list(at_home.folder.rglob("*.vault")) == []
        open_by_passphrase_alone(driver)
        driver.wait(driver.hands.sees("first_run.words"))
    (made,) = at_home.folder.rglob("*.vault")
    assert (made / "header.json").exists()


def test_a_store_that_keeps_nothing_leaves_the_passphrase(
    at_home: Home, store: Store, qapp: QApplication
) -> None:
    store.forgets = True
    with at_the_keyboard(qapp) as driver:
        fill_in(driver, "both")
        driver.do(press(driver, "first_run.create"))
        driver.wait(driver.reads("did not keep what was saved."))
        assert list(at_home.folder.rglob("*.vault")) == []
        driver.wait(
            Until(
                "only a passphrase to be left",
                lambda: not driver.hands.can_use("first_run.open_by_keyring").met(),
            )
        )
        open_by_passphrase_alone(driver)
        driver.wait(driver.hands.sees("first_run.words"))
