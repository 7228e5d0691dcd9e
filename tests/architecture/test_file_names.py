"""A file is named for its job, never for being left over."""

from pathlib import Path

import pytest

from tests.support.source_tree import files, planted

VAGUE = {
    "util", "utils", "utilities", "common", "helper", "helpers", "misc", "miscellaneous", "stuff",
    "tools", "base", "manager", "shared", "generic",
}  # fmt: skip


def vague(root: Path) -> list[str]:
    return [
        path.relative_to(root).as_posix()
        for path in files(root)
        if VAGUE & {path.stem, path.parent.name if path.parent != root else ""}
    ]


def test_every_name_says_something(root: Path) -> None:
    assert vague(root) == []


@pytest.mark.parametrize("place", ["ui/utils.py", "app/helpers/dates.py", "tests/misc.py"])
def test_a_vague_name_is_found(tmp_path: Path, place: str) -> None:
    assert vague(planted(tmp_path, place, "")) == [place]
