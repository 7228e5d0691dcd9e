"""Nothing puts anything on the clipboard but the one module that marks it and takes it back."""

import re
from pathlib import Path

from tests.support.source_tree import modules, planted

DOOR = "ui/process/clipboard.py"
# Reading is free. A clipboard that gets a name, or is handed on, can't be followed.
OTHER_THAN_READING = re.compile(r"clipboard\(\)(?!\.(text|supportsSelection|mimeData)\()")


def around_the_door(root: Path) -> list[str]:
    return [
        f"{module.place}:{number}"
        for module in modules(root, "ui")
        if module.place != DOOR
        for number, line in enumerate(module.source.splitlines(), 1)
        if OTHER_THAN_READING.search(line)
    ]


def test_everything_is_copied_through_one_door(root: Path) -> None:
    assert around_the_door(root) == []


def test_a_way_around_it_is_found(tmp_path: Path) -> None:
    planted(tmp_path, DOOR, "QGuiApplication.clipboard().clear()\n")
    planted(tmp_path, "ui/page.py", "QGuiApplication.clipboard().setText('x')\n")
    planted(tmp_path, "ui/read.py", "QGuiApplication.clipboard().text(mode)\n")
    planted(tmp_path, "ui/named.py", "clipboard = QApplication.clipboard()\n")
    assert around_the_door(tmp_path) == ["ui/named.py:1", "ui/page.py:1"]
