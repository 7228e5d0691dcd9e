"""What the choice of a way in knows and does: finds the password store, judges a passphrase."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.jobs import Jobs
from ui.ways_in.choice import Choice, compare
from ui.ways_in.password_store import FindStore, find_store
from ui.ways_in.way_choice import WayChoice

if TYPE_CHECKING:
    from crypto.keyring.store import KeyStore
    from crypto.slots.passphrase_rules import Strength
    from crypto.slots.slot import NewWay


def strength(passphrase: str) -> "Strength":
    """How good a passphrase is."""
    # what it needs would delay the first picture
    from crypto.slots.passphrase_rules import strength

    return strength(passphrase)


def way_of(opening: WayChoice, passphrase: str, store: "KeyStore | None") -> "NewWay":
    """The way in that was chosen; `store` is there when the opening needs it."""
    # what it needs would delay the first picture
    from crypto.slots.keyring_passphrase import KeyringPassphraseWay
    from crypto.slots.keyring_slot import KeyringWay
    from crypto.slots.passphrase import PassphraseWay

    if store is None or not opening.needs_store:
        return PassphraseWay(passphrase)
    if opening is WayChoice.BOTH:
        return KeyringPassphraseWay(store, passphrase)
    return KeyringWay(store)


@dataclass(frozen=True)
class ChoiceCalls:
    """The calls that leave the GUI thread; a test makes others."""

    find_store: FindStore = find_store
    strength: "Callable[[str], Strength]" = strength


class ChoiceModel(QObject):
    """The choice without widgets. A passphrase passes through and is not kept."""

    changed = Signal(object)  # Choice
    failed = Signal(object)  # Exception

    def __init__(
        self,
        jobs: Jobs,
        calls: ChoiceCalls | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is looked for before `arrive`."""
        super().__init__(parent)
        self.choice = Choice()
        self.store: KeyStore | None = None
        self._jobs = jobs
        self._calls = calls or ChoiceCalls()
        self._judged = 0

    def arrive(self) -> None:
        """Looks for the computer's password store."""
        self._jobs.away(self, self._calls.find_store, self._keep_store, self.no_store)

    def begin(self, store: "KeyStore | None", opening: WayChoice) -> None:
        """Knows the store that was found; what was typed before it was stays."""
        self.store = store
        name = store.name if store is not None else ""
        self._know(replace(self.choice, opening=opening, store_name=name, store_error=None))

    def choose(self, opening: WayChoice) -> None:
        """Chooses how the vault will open."""
        self._know(replace(self.choice, opening=opening))

    def type_first(self, first: str, second: str) -> None:
        """Tells what stands in both passphrase fields after the first one changed."""
        self._judged += 1
        strength = self.choice.strength if first else None
        repeat = compare(first, second)
        self._know(replace(self.choice, strength=strength, judging=bool(first), repeat=repeat))
        if first:
            judge = partial(self._calls.strength, first)
            keep = partial(self._keep_strength, self._judged)
            self._jobs.away(self, judge, keep, self.failed.emit)

    def type_again(self, first: str, second: str) -> None:
        """Tells what stands in both passphrase fields after the second one changed."""
        self._know(replace(self.choice, repeat=compare(first, second)))

    def no_store(self, error: Exception) -> None:
        """There is no store that can be used: only a passphrase is left."""
        self.store = None
        self._know(
            replace(self.choice, store_name="", store_error=error, opening=WayChoice.PASSPHRASE)
        )

    def forget(self) -> None:
        """Starts afresh, with the store that was found."""
        found = Choice(store_name=self.choice.store_name, store_error=self.choice.store_error)
        opening = WayChoice.BOTH if found.store_error is None else WayChoice.PASSPHRASE
        self._know(replace(found, opening=opening))

    def _keep_strength(self, asked: int, strength: "Strength") -> None:
        if asked == self._judged:
            self._know(replace(self.choice, strength=strength, judging=False))

    def _keep_store(self, store: "KeyStore") -> None:
        self.store = store
        self._know(replace(self.choice, store_name=store.name, store_error=None))

    def _know(self, choice: Choice) -> None:
        if choice != self.choice:
            self.choice = choice
            self.changed.emit(choice)
