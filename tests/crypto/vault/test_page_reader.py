"""Compared with what SQLCipher itself reads, page by page."""

from pathlib import Path

import pytest

from crypto.secret import SecretBytes
from crypto.vault.atomic_file import write_new
from crypto.vault.connection import VaultConnection, open_database, salt_of
from crypto.vault.page_reader import USABLE_BYTES, PageReader
from crypto.vault.pages import PAGE_BYTES
from crypto.vault.table_pages import Cell, cells, children, is_leaf

KEY = bytes(range(32))
LONG = 30_000  # bytes, on pages of their own


def opened(path: Path, *, new: bool = False) -> VaultConnection:
    return open_database(path, SecretBytes(KEY), new=new)


def reader(path: Path, most: int = 0) -> PageReader:
    return PageReader(path, SecretBytes(KEY), salt_of(path), most)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Some hundred rows, a few of them long."""
    path = tmp_path / "vault-1.db"
    write_new(path, b"")
    connection = opened(path, new=True)
    connection.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, a TEXT, b BLOB, c INTEGER)")
    for number in range(-3, 300):
        long = bytes([number % 256]) * LONG if number % 40 == 0 else b"short"
        integer = (-1) ** number * 3**number if 0 <= number < 39 else number
        values = (number, f"text {number} é", long, None if number % 7 == 0 else integer)
        connection.execute("INSERT INTO kept VALUES (?, ?, ?, ?)", values)
    connection.close()
    return path


def rows(source: PageReader) -> list[Cell]:
    found: list[Cell] = []
    for number in range(1, source.count + 1):
        page = source.read(number)
        if page is not None and is_leaf(page, number):
            found += [cell for cell in cells(page, number, source.read) if cell is not None]
    return [cell for cell in found if cell.values[0] is None]  # its id is the row’s own number


def test_every_row_is_read_as_sqlite_reads_it(path: Path) -> None:
    connection = opened(path)
    kept = connection.execute("SELECT * FROM kept ORDER BY id")
    connection.close()
    source = reader(path)
    read = rows(source)
    assert all(cell.is_whole for cell in read)
    assert {(cell.rowid, *cell.values[1:]) for cell in read} == set(kept)
    assert len(read) == len(kept)
    source.close()


def test_the_first_page_begins_as_sqlite_writes_it(path: Path) -> None:
    source = reader(path)
    first = source.read(1)
    assert first is not None
    assert first.startswith(b"SQLite format 3\0")
    assert len(first) == USABLE_BYTES
    source.close()


def test_inner_pages_lead_to_all_that_is_below_them(path: Path) -> None:
    source = reader(path)
    below: set[int] = set()
    leaves: set[int] = set()
    for number in range(2, source.count + 1):
        page = source.read(number)
        assert page is not None
        if is_leaf(page, number):
            leaves.add(number)
        below.update(children(page, number) or ())
    assert leaves
    assert leaves <= below
    source.close()


def test_a_damaged_page_is_none_and_costs_no_other(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[5 * PAGE_BYTES + 77] ^= 1
    data[7 * PAGE_BYTES : 8 * PAGE_BYTES] = bytes(PAGE_BYTES)
    path.write_bytes(data)
    source = reader(path)
    broken = [number for number in range(1, source.count + 1) if source.read(number) is None]
    assert broken == [6, 8]
    assert source.read(0) is None
    assert source.read(source.count + 1) is None
    source.close()


def test_a_damaged_salt_is_told_by_whoever_knows_it(path: Path) -> None:
    salt = salt_of(path)
    data = path.read_bytes()
    path.write_bytes(bytes(16) + data[16:])
    source = PageReader(path, SecretBytes(KEY), salt)
    assert all(source.read(number) is not None for number in range(1, source.count + 1))
    source.close()


def test_a_page_that_is_cut_off_does_not_count(path: Path) -> None:
    pages = path.stat().st_size // PAGE_BYTES
    path.write_bytes(path.read_bytes()[:-1])
    source = reader(path)
    assert source.count == pages - 1
    source.close()


def test_what_follows_the_database_is_left_alone(path: Path) -> None:
    source = reader(path, most=4)
    assert source.count == 4
    assert source.read(5) is None
    source.close()


def test_of_a_row_whose_rest_is_damaged_the_beginning_is_told(path: Path) -> None:
    source = reader(path)
    whole = next(cell for cell in rows(source) if cell.rowid == 40)
    numbers = [
        n for n in range(1, source.count + 1) if bytes([40]) * 3_000 in (source.read(n) or b"")
    ]
    source.close()
    data = bytearray(path.read_bytes())
    data[(numbers[-1] - 1) * PAGE_BYTES + 9] ^= 1
    path.write_bytes(data)
    source = reader(path)
    cut = next(cell for cell in rows(source) if cell.rowid == 40)
    assert not cut.is_whole
    assert cut.values == whole.values[: len(cut.values)]
    assert cut.values[1] == "text 40 é"
    source.close()
