"""The locks pin and hash everything, Qt to the release that works, and agree with the notices."""

import re
from pathlib import Path

import pytest

from tests.support.source_tree import planted

RUN, TEST = "packaging/requirements.txt", "packaging/requirements-dev.txt"
BUILD_TOOLS = {"setuptools", "wheel"}


def locked(root: Path, lock: str) -> dict[str, str]:
    text = (root / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==([^ ;\\]+)", text, re.MULTILINE))


def loose(root: Path, lock: str) -> list[str]:
    """Requirements without an exact version or without a hash."""
    text = (root / lock).read_text(encoding="utf-8")
    entries = re.sub(r"\\\n\s+", " ", text).splitlines()
    return [
        entry.split()[0]
        for entry in entries
        if entry.strip() and not entry.lstrip().startswith("#")
        if not re.match(r"[a-z0-9.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry)
    ]


def unlisted(root: Path) -> list[str]:
    """Locked packages that the licence page does not name in their version."""
    notices = (root / "resources" / "licences" / "THIRD-PARTY.md").read_text(encoding="utf-8")
    return [
        f"{name} {version}"
        for name, version in locked(root, RUN).items()
        if name not in BUILD_TOOLS and f"| {name} | {version} |" not in notices
    ]


@pytest.mark.parametrize("lock", [RUN, TEST])
def test_everything_is_pinned_and_hashed(root: Path, lock: str) -> None:
    assert loose(root, lock) == []


def test_tests_run_on_what_people_run(root: Path) -> None:
    assert locked(root, RUN).items() <= locked(root, TEST).items()


def test_qt_is_the_release_that_keeps_none(root: Path) -> None:
    assert locked(root, RUN)["pyside6-essentials"] == "6.11.3"


def test_every_package_is_on_the_licence_page(root: Path) -> None:
    assert unlisted(root) == []


def test_a_loose_requirement_is_found(tmp_path: Path) -> None:
    text = f"good==1.0 \\\n    --hash=sha256:{'a' * 64}\nbad==1.0\nworse>=2\n"
    assert loose(planted(tmp_path, RUN, text), RUN) == ["bad==1.0", "worse>=2"]


def test_an_unlisted_package_is_found(tmp_path: Path) -> None:
    planted(tmp_path, "resources/licences/THIRD-PARTY.md", "| known | 1.0 | MIT |\n")
    planted(tmp_path, RUN, "known==1.1 \\\n")
    assert unlisted(tmp_path) == ["known 1.1"]
