"""Every word on screen can be translated; values go in after translate()."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest

from tests.support.source_tree import calls, files, modules, planted
from tests.support.widget_words import own_signatures, shown_words

MARKING = {"translate", "QT_TRANSLATE_NOOP", "QCoreApplication.translate", "self.tr"}


def untranslated(root: Path) -> list[str]:
    """Places where a literal is shown as it stands."""
    own = own_signatures(root)
    return [
        f"{module.place}:{argument.lineno}"
        for module in modules(root, "ui")
        for call in calls(module.tree)
        if not _marks(call)
        for argument in shown_words(call, own)
    ]


def untranslatable(root: Path) -> list[str]:
    """Places where what translate() gets is put together on the spot, so that lupdate misses it."""
    return [
        f"{module.place}:{call.lineno}"
        for module in modules(root, "ui")
        for call in calls(module.tree)
        if _marks(call)
        if not all(_stands_still(argument) for argument in call.args[:2])
    ]


def _marks(call: ast.Call) -> bool:
    return ast.unparse(call.func) in MARKING


def _stands_still(argument: ast.expr) -> bool:
    # A name holds a string that was marked where it was declared.
    return isinstance(argument, ast.Constant | ast.Name | ast.Attribute | ast.Subscript)


def marked(root: Path) -> set[tuple[str, str]]:
    """Context and text of every literal that is marked."""
    found: set[tuple[str, str]] = set()
    for module in modules(root, "ui"):
        for call in calls(module.tree):
            match call.args[:2]:
                case [ast.Constant(value=str(context)), ast.Constant(value=str(text))]:
                    if _marks(call):
                        found.add((context, text))
                case _:
                    pass
    return found


def seen_by_lupdate(root: Path, out: Path) -> tuple[set[tuple[str, str]], str]:
    """What Qt's own collector finds, and what it complains of."""
    lupdate = next(Path(PySide6.__path__[0]).glob("lupdate*"))
    sources = [str(path) for path in files(root / "ui") if path.suffix == ".py"]
    run = subprocess.run(
        [lupdate, *sources, "-ts", out],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )
    found = {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(out).iter("context")
        for message in context.iter("message")
    }
    chatter = re.compile(r"Updating '|^\s*Found \d+ source text|^\s*$")
    said = (run.stdout + run.stderr).splitlines()
    return found, "\n".join(line for line in said if not chatter.search(line))


def test_every_word_goes_through_translate(root: Path) -> None:
    assert untranslated(root) == []


def test_nothing_is_put_together_inside_translate(root: Path) -> None:
    assert untranslatable(root) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the collector's file name differs elsewhere")
def test_lupdate_finds_every_marked_string(root: Path, tmp_path: Path) -> None:
    found, complaints = seen_by_lupdate(root, tmp_path / "underrose.ts")
    assert complaints == ""
    assert found == marked(root)


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Saved")',
        'label.setText("saved")',
        'QLabel("Add a client", self)',
        'label.setToolTip(f"Saved at {time}")',
        'label.setText("Saved at " + time)',
        'label.setText("Saved at {time}".format(time=time))',
        'self.setWindowTitle("Locked" if locked else name)',
        'Sticker(theme, "Add a client")',
        'Sticker(theme, "", name="Add a client")',
        'sticker.relabel("Add a client")',
    ],
)
def test_a_bare_literal_is_found(tmp_path: Path, line: str) -> None:
    planted(
        tmp_path,
        "ui/widgets/sticker.py",
        "class Sticker:\n"
        "    def __init__(self, theme, text, name=''): ...\n"
        "    def relabel(self, label): ...\n",
    )
    assert untranslated(planted(tmp_path, "ui/page.py", line)) == ["ui/page.py:1"]


@pytest.mark.parametrize(
    "line",
    [
        'label.setText(translate("Page", "Saved at {time}").format(time=time))',
        'label.setText("")',
        'label.setText(f"{hours}:{minutes}")',
        "QLabel(self.title, self)",
        'label.setObjectName("client.add")',
        'Sticker(theme, "", name="client.add")',
    ],
)
def test_a_translated_text_passes(tmp_path: Path, line: str) -> None:
    assert untranslated(planted(tmp_path, "ui/page.py", line)) == []


@pytest.mark.parametrize(
    "line",
    [
        'translate("Page", f"Saved at {time}")',
        'translate("Page", "Saved at " + time)',
        'translate("Page", "Saved at {}".format(time))',
        'QCoreApplication.translate(page + "x", "Saved")',
    ],
)
def test_a_text_put_together_is_found(tmp_path: Path, line: str) -> None:
    assert untranslatable(planted(tmp_path, "ui/page.py", line)) == ["ui/page.py:1"]


def test_lupdate_misses_nothing_that_we_plant(tmp_path: Path) -> None:
    source = 'x = translate("Page", "Saved")\ny = QT_TRANSLATE_NOOP("A", "B")'
    planted(tmp_path, "ui/page.py", source)
    found, _ = seen_by_lupdate(tmp_path, tmp_path / "x.ts")
    assert found == marked(tmp_path) == {("Page", "Saved"), ("A", "B")}
