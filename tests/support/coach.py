"""Somebody at the keyboard of the whole app, who touches no mouse."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from tests.support.composed import Composed
from tests.support.driver import Driver
from tests.support.workspaces import PASSPHRASE
from ui.commands.registry import Registry
from ui.tour.walk import Until

NEW = "orchard lantern willow amber"
CTRL = Qt.KeyboardModifier.ControlModifier
Words = tuple[str, ...]


@dataclass
class Coach:
    """What they do in a window."""

    whole: Composed
    driver: Driver

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        hands = self.driver.hands
        self.driver.do(hands.press(key, modifier) if modifier else hands.press(key))

    def types(self, into: str, text: str) -> None:
        """Types where the focus is, once it is where it has to be."""
        self.driver.wait(self.driver.hands.has_focus(into))
        self.driver.do(self.driver.hands.dictate(text))

    def enters(self, into: str, text: str) -> None:
        self.types(into, text)
        self.press(Qt.Key.Key_Return)

    def enters_last(self, into: str, text: str, button: str) -> None:
        """The same, for the last field before a button that has to be ready by then."""
        self.types(into, text)
        self.driver.wait(self.driver.hands.can_use(button))
        self.press(Qt.Key.Key_Return)

    def runs(self, command: str, words: str) -> None:
        """Runs a command from the palette, as soon as it is offered there."""
        registry = self.whole.part(Registry)
        self.driver.wait(Until(f"{command} to be there", lambda: registry.is_enabled(command)))
        self.press(Qt.Key.Key_K, CTRL)
        self.types("palette.field", words)
        self.press(Qt.Key.Key_Return)

    def unlocks(self, passphrase: str = PASSPHRASE) -> None:
        self.driver.wait(self.driver.hands.has_focus("unlock.passphrase"))
        self.enters("unlock.passphrase", passphrase)
        self.driver.wait(self.driver.hands.sees("today"))

    def waits_until(self, what: str, holds: Callable[[], bool]) -> None:
        self.driver.wait(Until(what, holds))

    def sees_gone(self, name: str) -> None:
        self.driver.wait(self.driver.hands.sees_no(name))

    def reads_kit(self, named: str) -> Words:
        """Reads the words of a new kit off the screen, and types the three that are asked."""
        hands = self.driver.hands
        self.driver.wait(hands.sees(f"{named}.words"))
        grid = hands.seen(f"{named}.words")
        assert grid is not None
        words = tuple(part.split()[1] for part in grid.accessibleName().split(", "))
        self.driver.do(hands.tab_to(f"{named}.word_1"))
        for at in (1, 2, 3):
            name = f"{named}.word_{at}"
            self.driver.wait(hands.has_focus(name))
            field = hands.seen(name)
            assert field is not None
            place = int(field.accessibleName().split()[-1])
            self.driver.do(hands.dictate(words[place - 1]))
            if at < 3:
                self.press(Qt.Key.Key_Return)
        self.driver.wait(hands.can_use(f"{named}.do"))
        self.press(Qt.Key.Key_Return)
        return words

    def comes_to_new_key(self) -> Words:
        """Says that somebody may have the key, up to where the vault is written anew."""
        self.runs("vault.new_key", "someone may")
        self.driver.wait(self.driver.reads("Destroy the copies that you can reach."))
        self.enters("new_key.proof", PASSPHRASE)
        self.driver.do(self.driver.hands.tab_to("new_key.passphrase"))
        self.enters("new_key.passphrase", NEW)
        self.enters_last("new_key.passphrase_again", NEW, "new_key.do")
        return self.reads_kit("new_key")
