import os
import stat
from pathlib import Path

import pytest

from crypto.vault import reserve
from crypto.vault.reserve import give_up_reserve, make_reserve, renew_reserve
from tests.crypto.conftest import names

SIZE = 8 * 1024 * 1024


@pytest.fixture(autouse=True, scope="module")
def small_reserve() -> None:
    """Here it has its whole size."""


def test_eight_megabytes_are_really_taken(tmp_path: Path) -> None:
    make_reserve(tmp_path)
    found = (tmp_path / "reserve").stat()
    assert found.st_size == SIZE
    assert found.st_blocks * 512 >= SIZE
    assert stat.S_IMODE(found.st_mode) == 0o600


def test_the_reserve_is_given_up_once(tmp_path: Path) -> None:
    make_reserve(tmp_path)
    assert give_up_reserve(tmp_path)
    assert not give_up_reserve(tmp_path)
    assert names(tmp_path) == []


def test_a_whole_reserve_is_left_alone(tmp_path: Path) -> None:
    make_reserve(tmp_path)
    before = (tmp_path / "reserve").stat()
    renew_reserve(tmp_path)
    assert (tmp_path / "reserve").stat() == before


def test_a_missing_or_cut_reserve_is_made_again(tmp_path: Path) -> None:
    renew_reserve(tmp_path)
    os.truncate(tmp_path / "reserve", 100)
    renew_reserve(tmp_path)
    assert (tmp_path / "reserve").stat().st_size == SIZE


def test_without_room_the_vault_does_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        path.write_bytes(data[:100])
        raise OSError

    monkeypatch.setattr(reserve, "write_new", full)
    renew_reserve(tmp_path)
    assert names(tmp_path) == []
