"""Read and write transactions on the vault's one connection, each write sealed before it counts."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import Protocol

from app.core.errors import HeldForDamage, VaultHeld
from app.storage import drafts, meta, writes
from app.storage.transaction import Reader, Writer
from crypto.errors import OpenForReading, SaveNotDurable
from crypto.vault.connection import VaultConnection
from crypto.vault.seal import SealState


class SealedStore(Protocol):
    """What the database needs of an open vault."""

    @property
    def connection(self) -> VaultConnection:
        """The one connection to the vault's database."""
        ...

    def write_seal(self, state: SealState) -> None:
        """Makes `state` durable outside the database; raises SaveNotDurable."""
        ...


class Database:
    """Transactions on one unlocked vault; used on one thread only."""

    def __init__(self, vault: SealedStore, *, read_only: bool = False) -> None:
        self._vault = vault
        self._connection = vault.connection
        self._read_only = read_only
        self._held = False
        self._damaged = False
        self._unsealed: SealState | None = None
        self._writing = False

    @property
    def takes_writes(self) -> bool:
        """Whether a write would be taken now."""
        return not self._read_only and not self._held

    def refuse_unless_writable(self) -> None:
        """Raises OpenForReading, and VaultHeld while an answer is owed; HeldForDamage for either.

        For what writes outside the database (the header, the files' modes), before it begins.
        """
        if self._damaged and not self.takes_writes:
            raise HeldForDamage
        if self._read_only:
            raise OpenForReading
        if self._held:
            raise VaultHeld

    def hold(self) -> None:
        """Refuses every write until an `answer`."""
        self._held = True

    def has_damage(self) -> None:
        """From now on a refusal names the damage: no other folder would take the write either."""
        self._damaged = True

    @contextmanager
    def read(self) -> Generator[Reader, None, None]:
        """A reader; sees every committed write, and the open one's when inside it."""
        yield Reader(self._connection)

    @contextmanager
    def write(self) -> Generator[Writer, None, None]:
        """One transaction: committed and sealed when the block ends, rolled back when it raises.

        Raises SaveNotDurable when commit or seal did not reach the disk. A commit whose seal
        failed is sealed before the next transaction begins, so that the seal is never more
        than one write behind. Raises as `refuse_unless_writable`.
        """
        self.refuse_unless_writable()
        if self._writing:
            raise RuntimeError("transactions do not nest")
        self._seal_what_is_left()
        self._writing = True
        self._connection.begin()
        try:
            writer = Writer(self._connection)
            yield writer
            state = meta.advance(writer, drafts.digest(writer))
            writes.note(writer, state)
            self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise
        finally:
            self._writing = False
        self._unsealed = state
        self._seal_what_is_left()

    @contextmanager
    def answer(self) -> Generator[Writer, None, None]:
        """A write that ends the hold, if there is one, once it is committed and sealed."""
        held, self._held = self._held, False
        try:
            with self.write() as writer:
                yield writer
        except BaseException:
            self._held = held
            raise

    def seal_again(self) -> None:
        """Seals what is there, for a commit that was killed before its seal.

        Where the disk has no room for it, that is made up for before the next transaction.
        """
        with self.read() as reader:
            self._unsealed = meta.state(reader)
        with suppress(SaveNotDurable):
            self._seal_what_is_left()

    def _seal_what_is_left(self) -> None:
        if self._unsealed is not None:
            self._vault.write_seal(self._unsealed)
            self._unsealed = None
