import errno
from pathlib import Path
from typing import Any

import msgspec
import pytest

from crypto.errors import CryptoError, HeaderDamaged, HeaderTampered, VaultMissing, VaultTooNew
from crypto.vault.header import WrittenHeader, render
from crypto.vault.header_files import COPIES, read_header, set_aside, write_header
from tests.crypto.conftest import names
from tests.crypto.vault.test_header import KEY, PLAIN, changed, update

MAIN, COPY = "header.json", "header.copy.json"
OLD = render(PLAIN, KEY)
NEW = render(msgspec.structs.replace(PLAIN, header_seq=6, name="New"), KEY)
DAMAGED = OLD.data[:-5]
TAMPERED = changed(update(colour="red"))
TOO_NEW = b"UNDERROSE-VAULT 2\n"


def placed(folder: Path, main: bytes | None, copy: bytes | None) -> Path:
    for name, data in ((MAIN, main), (COPY, copy)):
        if data is not None:
            (folder / name).write_bytes(data)
    return folder


def test_both_files_hold_the_same_bytes(tmp_path: Path) -> None:
    write_header(tmp_path, OLD.data)
    assert names(tmp_path) == [COPY, MAIN]
    assert (tmp_path / MAIN).read_bytes() == (tmp_path / COPY).read_bytes() == OLD.data
    found = read_header(tmp_path)
    assert (found.written, found.one_unusable, found.differ) == (OLD, False, False)


@pytest.mark.parametrize(("main", "copy"), [(OLD, NEW), (NEW, OLD)])
def test_the_newer_copy_is_in_force_and_neither_is_damaged(
    tmp_path: Path, main: WrittenHeader, copy: WrittenHeader
) -> None:
    found = read_header(placed(tmp_path, main.data, copy.data))
    assert (found.written, found.one_unusable, found.differ) == (NEW, False, True)


@pytest.mark.parametrize("bad", [None, b"", DAMAGED, TAMPERED, TOO_NEW])
@pytest.mark.parametrize("bad_first", [True, False])
def test_a_copy_that_cannot_be_used_is_passed_over(
    tmp_path: Path, bad: bytes | None, bad_first: bool
) -> None:
    pair = (bad, OLD.data) if bad_first else (OLD.data, bad)
    found = read_header(placed(tmp_path, *pair))
    assert (found.written, found.one_unusable, found.differ) == (OLD, True, True)


@pytest.mark.parametrize(
    ("main", "copy", "error"),
    [
        (None, None, VaultMissing),
        (DAMAGED, None, HeaderDamaged),
        (None, DAMAGED, HeaderDamaged),
        (DAMAGED, b"", HeaderDamaged),
        (DAMAGED, TAMPERED, HeaderTampered),
        (TAMPERED, TOO_NEW, VaultTooNew),
        (TOO_NEW, DAMAGED, VaultTooNew),
    ],
)
def test_without_a_usable_copy_the_more_telling_error_is_told(
    tmp_path: Path, main: bytes | None, copy: bytes | None, error: type[CryptoError]
) -> None:
    with pytest.raises(error):
        read_header(placed(tmp_path, main, copy))


def test_a_folder_that_is_gone_is_a_missing_vault(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        read_header(tmp_path / "gone")
    with pytest.raises(VaultMissing):
        write_header(tmp_path / "gone", OLD.data)


def test_a_copy_in_a_bad_sector_is_damaged_and_the_other_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_header(tmp_path, render(PLAIN, KEY).data)
    bad = {COPIES[0]}
    open_file: Any = Path.open

    def open_good_ones(path: Path, *how: Any, **more: Any) -> Any:
        if path.name in bad:
            raise OSError(errno.EIO, "a bad sector", str(path))
        return open_file(path, *how, **more)

    monkeypatch.setattr(Path, "open", open_good_ones)
    found = read_header(tmp_path)
    assert found.one_unusable
    assert found.written == render(PLAIN, KEY)
    bad.add(COPIES[1])
    with pytest.raises(HeaderDamaged):
        read_header(tmp_path)


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    placed(tmp_path, OLD.data, None)
    with (tmp_path / COPY).open("wb") as file:
        file.truncate(2**40)  # sparse
    assert read_header(tmp_path).written == OLD


# Copies of two databases


def of_database(number: int, seq: int) -> WrittenHeader:
    fields = msgspec.structs.replace(
        PLAIN,
        db_file=f"vault-{number}.db",
        seal_file=f"seal-{number}",
        db_salt=bytes([number]) * 16,
        header_seq=seq,
    )
    return render(fields, KEY)


@pytest.mark.parametrize("here_first", [True, False])
def test_the_copy_whose_database_is_here_is_the_one(tmp_path: Path, here_first: bool) -> None:
    here, elsewhere = of_database(3, seq=5), of_database(4, seq=9)
    (tmp_path / "vault-3.db").write_bytes(b"\3" * 4096)
    pair = (here, elsewhere) if here_first else (elsewhere, here)
    found = read_header(placed(tmp_path, *(each.data for each in pair)))
    assert (found.candidates, found.strange) == ((here,), (elsewhere,))
    assert (found.one_unusable, found.differ) == (True, True)
    # A file of that name is not enough.
    (tmp_path / "vault-4.db").write_bytes(b"\3" * 4096)
    assert read_header(tmp_path).candidates == (here,)


def test_without_a_database_or_with_both_the_newer_is_first(tmp_path: Path) -> None:
    older, newer = of_database(3, seq=5), of_database(4, seq=9)
    placed(tmp_path, older.data, newer.data)
    for databases in ((), (3, 4)):
        for number in databases:
            (tmp_path / f"vault-{number}.db").write_bytes(bytes([number]) * 16)
        found = read_header(tmp_path)
        assert (found.candidates, found.strange) == ((newer, older), ())
        assert not found.one_unusable


def test_what_is_set_aside_is_kept_whole_and_never_read(tmp_path: Path) -> None:
    placed(tmp_path, OLD.data, OLD.data)
    for _ in range(2):
        set_aside(tmp_path, NEW)
    (aside,) = set(names(tmp_path)) - {MAIN, COPY}
    assert aside.endswith(".aside")
    assert (tmp_path / aside).read_bytes() == NEW.data
    assert read_header(tmp_path).candidates == (OLD,)
