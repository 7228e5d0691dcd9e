"""What a journey left on the disk: the vault from inside, its modes, and traces of words."""

import os
import stat
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.clock import SystemClock
from app.core.ids import ClientId
from app.workspace import Workspace, open_workspace
from crypto.slots.slot import Way

PIECE = 1 << 20  # bytes read at a time


@contextmanager
def opened(vault: Path, way: Way) -> Generator[Workspace]:
    """The vault's services, opened as the app does."""
    workspace = open_workspace(vault, way, SystemClock())
    try:
        yield workspace
    finally:
        workspace.close()


def only_client(workspace: Workspace) -> ClientId:
    """The one client there is."""
    (client,) = workspace.clients.listed()
    return client.id


def only_note(workspace: Workspace) -> str:
    """The text of the one note there is, a line a paragraph."""
    client = only_client(workspace)
    (session,) = workspace.sessions.of_client(client)
    note = workspace.session_notes.get(session.id, client)
    return "\n".join(paragraph.text for paragraph in note.paragraphs)


def seal(vault: Path) -> bytes:
    """The vault's seal, another one after every write."""
    return b"".join(file.read_bytes() for file in sorted(vault.glob("seal-*")))


def modes(folder: Path) -> set[str]:
    """The modes of a folder's folders and files: "d700", "f600"."""
    found: set[str] = set()
    for path in (folder, *folder.rglob("*")):
        kind = "d" if path.is_dir() else "f"
        found.add(f"{kind}{path.stat().st_mode & 0o777:o}")
    return found


def holding(words: Iterable[str], *folders: Path, since: float = 0.0) -> list[Path]:
    """The files below these folders, changed at a time or later, with one of the words in them."""
    wanted = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le")]
    found: list[Path] = []
    for path in (path for folder in folders for path in _files(folder)):
        try:
            about = path.lstat()
            if stat.S_ISREG(about.st_mode) and about.st_mtime >= since:
                found += [path] if _holds(path, wanted) else []
        except OSError:
            continue  # gone meanwhile
    return found


def _holds(path: Path, wanted: list[bytes]) -> bool:
    """Whether a file has one of these in its name or its content, which may be large."""
    longest, seen = max(map(len, wanted)), os.fsencode(path.name)
    with path.open("rb") as file:
        while not any(word in seen for word in wanted):
            piece = file.read(PIECE)
            if not piece:
                return False
            seen = seen[-longest:] + piece
    return True


def _files(folder: Path) -> Iterator[Path]:
    """Every file on the same file system."""
    device = folder.stat().st_dev
    for top, folders, names in os.walk(folder):
        if Path(top).lstat().st_dev != device:
            folders.clear()
            continue
        yield from (Path(top, name) for name in names)
