"""Vaults with damage done to their pages, and what is saved of them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from app.core.clock import Clock
from app.workflows.salvage.report import Salvaged, Step
from app.workflows.salvage.salvage import Salvage, Source
from app.workspace import Workspace, create_filled
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.connection import Row
from crypto.vault.damaged import damaged_vault
from crypto.vault.page_reader import PageReader
from crypto.vault.pages import PAGE_BYTES
from crypto.vault.table_pages import cells, children, is_leaf
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE

WAY = PassphraseWay(PASSPHRASE)


class Saved(NamedTuple):
    """A new vault, open, and what came over into it."""

    workspace: Workspace
    report: Salvaged


def flip(database: Path, pages: Iterable[int], at: int = 100) -> None:
    """Flips a bit on each of these pages, counted from 1."""
    data = bytearray(database.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE_BYTES + at] ^= 1
    database.write_bytes(data)


def blank(database: Path, pages: Iterable[int]) -> None:
    """Writes zeros over these pages."""
    data = bytearray(database.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE_BYTES : page * PAGE_BYTES] = bytes(PAGE_BYTES)
    database.write_bytes(data)


def page_count(database: Path) -> int:
    """How many pages a database has."""
    return database.stat().st_size // PAGE_BYTES


def pages_of(vault: Path, table: str) -> list[int]:
    """The pages of a vault that hold rows of a table, by their place in the file."""
    source = damaged_vault(vault, WAY, TEST_ONLY_COSTS)
    reader = source.pages()
    try:
        found, ahead = list[int](), [_find_root(reader, table)]
        while ahead:
            number = ahead.pop()
            page = reader.read(number)
            assert page is not None
            if is_leaf(page, number):
                found.append(number)
            ahead.extend(children(page, number) or ())
    finally:
        reader.close()
        source.close()
    return sorted(found)


def root_of(vault: Path, table: str) -> int:
    """The page of a vault from which the rows of a table are found."""
    source = damaged_vault(vault, WAY, TEST_ONLY_COSTS)
    reader = source.pages()
    try:
        return _find_root(reader, table)
    finally:
        reader.close()
        source.close()


def _find_root(reader: PageReader, table: str) -> int:
    ahead = [1]
    while ahead:
        number = ahead.pop()
        page = reader.read(number)
        assert page is not None
        if is_leaf(page, number):
            for cell in cells(page, number, reader.read):
                if cell is not None and cell.values[:2] == ("table", table):
                    return int(str(cell.values[3]))
        ahead.extend(children(page, number) or ())
    raise LookupError(table)


def save(
    vault: Path, into: Path, clock: Clock | None = None, tell: Callable[[Step], None] | None = None
) -> Saved:
    """Saves what can be read of `vault`; whoever calls closes the new one."""
    source = damaged_vault(vault, WAY, TEST_ONLY_COSTS)
    try:
        return save_from(source, into, clock, tell)
    finally:
        source.close()


def save_from(
    source: Source,
    into: Path,
    clock: Clock | None = None,
    tell: Callable[[Step], None] | None = None,
) -> Saved:
    """The same from anything that has pages; `source` is left to the caller."""
    now = clock or FixedClock()
    salvage = Salvage(source, "Saved", now, tell or _unheard)
    workspace, _ = create_filled(
        into, "Saved", WAY, now, salvage.prepare, TEST_ONLY_COST, TEST_ONLY_COSTS
    )
    return Saved(workspace, salvage.salvaged)


def rows(workspace: Workspace, table: str) -> set[Row]:
    """Every row of a table of an open vault."""
    return set(workspace._vault.connection.execute(f'SELECT * FROM "{table}"'))


def _unheard(_step: Step) -> None: ...
