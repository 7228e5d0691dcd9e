"""Writes resources/licences/THIRD-PARTY.md: what Underrose is built on, and under which licences.

Run it with the project's own environment after a change of the lock:
    .venv/bin/python packaging/licences.py
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.txt"
NOTICES = ROOT / "resources" / "licences" / "THIRD-PARTY.md"

LOCKED = re.compile(r"^([a-z0-9.-]+)==([^ ;]+)", re.MULTILINE)
LICENCE_FILE = re.compile(r"\.dist-info/(licenses/|licen[cs]e|copying|notice)", re.IGNORECASE)
EXPRESSION_OF = {
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
}
BUILD_TOOLS = {"setuptools", "wheel"}
# What the packages' own metadata leaves out.
STATED_HERE = {"pywin32-ctypes": "BSD-3-Clause", "sqlcipher3": "Zlib"}
INSIDE = {
    "cryptography": "The wheels contain OpenSSL (Apache-2.0).",
    "pikepdf": "The wheels contain qpdf (Apache-2.0), libjpeg-turbo and zlib.",
    "pyside6-essentials": "Contains Qt 6. Used under the GPL, version 3: see the file LICENSE.",
    "shiboken6": "Used under the GPL, version 3: see the file LICENSE.",
    "sqlcipher3": "The wheels contain SQLCipher (BSD-3-Clause), SQLite (public domain) and OpenSSL "
    "(Apache-2.0).",
}


@dataclass(frozen=True)
class Component:
    """One piece that others made: what it is called, its licence, and the licence's texts."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def components() -> Iterator[Component]:
    """Yields the fonts, the icons, SQLCipher and every locked package, in that order."""
    fonts, icons = ROOT / "resources" / "fonts", ROOT / "resources" / "icons"
    yield Component("Literata", "", "OFL-1.1", (_text(fonts / "OFL-Literata.txt"),))
    yield Component("Source Sans 3", "", "OFL-1.1", (_text(fonts / "OFL-SourceSans3.txt"),))
    yield Component("Lucide icons", "", "ISC", (_text(icons / "LICENSE-lucide-ISC.txt"),))
    yield Component("SQLCipher", "", "BSD-3-Clause", (_text(NOTICES.parent / "SQLCipher.txt"),))
    for name, version in LOCKED.findall(LOCK.read_text(encoding="utf-8")):
        if name in BUILD_TOOLS:
            continue
        try:
            found = distribution(name)
        except PackageNotFoundError:
            yield Component(name, version, STATED_HERE[name], ())
        else:
            yield Component(
                name, version, STATED_HERE.get(name) or _expression(found), _texts(found)
            )


def notices(parts: list[Component]) -> str:
    """Returns the page: a table of all components, then each licence text once."""
    users: dict[str, list[str]] = {}
    for part in parts:
        for text in part.texts:
            users.setdefault(text, []).append(part.name)
    lines = [
        "# What Underrose is built on",
        "",
        "Underrose is free software under the GNU General Public License, version 3 or later.",
        "Written by `packaging/licences.py`; not edited by hand.",
        "",
        "| component | version | licence |",
        "|---|---|---|",
        *(f"| {part.name} | {part.version} | {part.licence} |" for part in parts),
        "",
        *(f"- {name}: {remark}" for name, remark in sorted(INSIDE.items())),
    ]
    for text, names in users.items():
        lines += ["", f"## {', '.join(dict.fromkeys(names))}", "", "````text", text, "````"]
    return "\n".join(lines) + "\n"


def _expression(found: Distribution) -> str:
    metadata = found.metadata
    for field in ("License-Expression", "License"):
        if field in metadata:
            return metadata[field]
    return next(
        EXPRESSION_OF[line]
        for line in metadata.get_all("Classifier") or []
        if line in EXPRESSION_OF
    )


def _texts(found: Distribution) -> tuple[str, ...]:
    paths = sorted(str(file) for file in found.files or [] if LICENCE_FILE.search(str(file)))
    texts = (_text(Path(str(found.locate_file(path)))) for path in paths)
    return tuple(text for text in texts if text)


def _text(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def main() -> int:
    """Writes the page."""
    NOTICES.write_text(notices(list(components())), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
