from pathlib import Path

import msgspec
import pytest

from crypto.errors import CryptoError, HeaderDamaged, HeaderTampered, VaultMissing, VaultTooNew
from crypto.vault.header import WrittenHeader, render
from crypto.vault.header_files import read_header, write_header
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


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    placed(tmp_path, OLD.data, None)
    with (tmp_path / COPY).open("wb") as file:
        file.truncate(2**40)  # sparse
    assert read_header(tmp_path).written == OLD
