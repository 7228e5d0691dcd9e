"""Where a kit's PDF is suggested to go."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ui.ways_in import kit_file

Only = Callable[..., Path]


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Only:
    """Lets no folder be there but these; the home."""

    def let_be(*folders: Path) -> Path:
        def is_dir(path: Path) -> bool:
            return path in folders

        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setattr(Path, "is_dir", is_dir)
        return tmp_path

    return let_be


def test_where_no_stick_shows_up_it_is_the_home(only: Only) -> None:
    home = only()

    assert kit_file.find_drives() == home


def test_where_sticks_show_up_it_is_there(only: Only, tmp_path: Path) -> None:
    drives = Path("/media") / tmp_path.name
    only(drives)

    assert kit_file.find_drives() == drives
