"""Wrong passphrases and words: each has its sentence, opens nothing, and leaves a way in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import new_kit
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.vault_on_disk import is_open, make_vault
from tests.support.workspaces import PASSPHRASE

Words = tuple[str, ...]
Change = Callable[[Words], Words]


@dataclass(frozen=True)
class Made:
    """The vault of the home in force."""

    words: Words
    is_open: Callable[[], bool]


@pytest.fixture
def made(at_home: Home) -> Made:
    vault, words = make_vault(at_home, PassphraseWay(PASSPHRASE))
    return Made(words, lambda: is_open(vault))


@pytest.fixture
def at_lock_screen(made: Made, driver: Driver) -> Driver:
    driver.wait(driver.hands.can_use("unlock.passphrase"))
    return driver


def type_words(driver: Driver, words: Words) -> None:
    driver.do(
        driver.hands.click("unlock.recover"),
        driver.hands.click("recover.words"),
        driver.hands.dictate(" ".join(words)),
    )


def test_a_wrong_passphrase_is_told_and_the_right_one_opens(
    made: Made, at_lock_screen: Driver
) -> None:
    driver = at_lock_screen
    driver.do(
        driver.hands.fill("unlock.passphrase", "not the right one"),
        driver.hands.click("unlock.open"),
    )
    driver.wait(driver.reads("That passphrase didn’t open the vault. Check Caps Lock."))
    assert not made.is_open()
    driver.do(driver.hands.fill("unlock.passphrase", PASSPHRASE), driver.hands.click("unlock.open"))
    driver.wait(driver.hands.sees("today.add_client"))
    assert made.is_open()


def test_a_word_that_is_none_is_told_with_the_one_that_was_meant(
    made: Made, at_lock_screen: Driver
) -> None:
    driver = at_lock_screen
    type_words(driver, ("sadle", *made.words[1:]))
    driver.wait(driver.reads("“sadle” isn’t one of the words. Did you mean “saddle”?"))
    assert not made.is_open()


def test_two_words_the_wrong_way_round_are_found_and_put_right(
    made: Made, at_lock_screen: Driver
) -> None:
    driver = at_lock_screen
    first, second, *rest = made.words
    type_words(driver, (second, first, *rest))
    driver.do(driver.hands.click("recover.open"))
    driver.wait(driver.reads("Words 1 and 2 are the wrong way round."))
    assert not made.is_open()
    driver.do(driver.hands.click("recover.open"))
    driver.wait(driver.hands.sees("today.add_client"))


def test_words_in_any_order_are_told_to_be_checked(made: Made, at_lock_screen: Driver) -> None:
    driver = at_lock_screen
    type_words(driver, tuple(sorted(made.words)))
    driver.do(driver.hands.click("recover.open"))
    driver.wait(driver.reads("The words are real but not all right, or not in this order."))
    assert not made.is_open()


def test_the_words_of_another_kit_are_told_with_the_kit_that_is_wanted(
    made: Made, at_lock_screen: Driver
) -> None:
    driver = at_lock_screen
    type_words(driver, new_kit(1, date(2026, 11, 23)).words)
    driver.do(driver.hands.click("recover.open"))
    driver.wait(driver.reads("These words are for another vault or an older kit"))
    assert not made.is_open()
