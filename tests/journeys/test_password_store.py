"""Without a password store, or with a locked one: a sentence, and another way in."""

import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QRadioButton

from app.tour.private_desktop import private_desktop
from crypto.keyring.os_keyring import find_key_store
from crypto.slots.keyring_slot import KeyringWay
from tests.support.composed import composed
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.vault_on_disk import is_open, make_vault
from ui.tour.walk import Until

BUS = "DBUS_SESSION_BUS_ADDRESS"
LOGIN = "/org/freedesktop/secrets/collection/login"


@pytest.fixture
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BUS)


@pytest.fixture
def own_store(at_home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A store that can be locked without locking everybody else's."""
    with private_desktop(at_home.environment) as desktop:
        assert desktop.has_keyring
        monkeypatch.setenv(BUS, desktop.environment[BUS])
        yield


def lock_store() -> None:
    command = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets"]
    lock = ["/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock"]
    subprocess.run(
        [*command, *lock, f"array:objpath:{LOGIN}"], check=True, capture_output=True, timeout=20
    )


@pytest.mark.usefixtures("no_bus")
def test_without_a_store_a_new_vault_can_have_a_passphrase_only(driver: Driver) -> None:
    driver.wait(driver.reads("password store"))
    driver.wait(driver.hands.can_use("first_run.open_by_passphrase"))
    driver.wait(Until("it to be chosen", lambda: chosen(driver) == "first_run.open_by_passphrase"))
    assert not driver.hands.can_use("first_run.open_by_keyring").met()
    assert not driver.hands.can_use("first_run.open_by_both").met()


def test_a_vault_whose_store_is_missing_leads_to_the_recovery_kit(
    at_home: Home, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    vault, words = make_vault(at_home, KeyringWay(find_key_store()))
    monkeypatch.delenv(BUS)
    with composed(qapp) as whole:
        driver = Driver(qapp, whole.window)
        driver.wait(driver.reads("This computer has no password store that Underrose can use."))
        assert not is_open(vault)
        use_kit(driver, words)


@pytest.mark.usefixtures("own_store")
def test_a_locked_store_is_told_and_nothing_is_lost(at_home: Home, qapp: QApplication) -> None:
    vault, words = make_vault(at_home, KeyringWay(find_key_store()))
    lock_store()
    with composed(qapp) as whole:
        driver = Driver(qapp, whole.window)
        driver.do(driver.hands.click("unlock.open"))
        # nobody is there to answer the prompt, so it closes by itself
        driver.wait(driver.reads("You closed the prompt of GNOME Keyring. Try again"))
        assert not is_open(vault)
        use_kit(driver, words)


def use_kit(driver: Driver, words: tuple[str, ...]) -> None:
    """The other way in, which needs no store."""
    driver.do(
        driver.hands.click("unlock.recover"),
        driver.hands.click("recover.words"),
        driver.hands.dictate(" ".join(words)),
        driver.hands.click("recover.open"),
    )
    driver.wait(driver.hands.sees("today.add_client"))


def chosen(driver: Driver) -> str:
    """The name of the radio button that is on."""
    names = ("keyring", "both", "passphrase")
    buttons = [driver.hands.seen(f"first_run.open_by_{name}") for name in names]
    (on,) = (
        button.objectName()
        for button in buttons
        if isinstance(button, QRadioButton) and button.isChecked()
    )
    return on
