"""The one door to bundled data: where a file lies, and what is in it."""

from pathlib import Path


class ResourceMissing(Exception):
    """No file of that name is bundled."""


def path(name: str) -> Path:
    """Return where the bundled file or folder `name` ("icons/lock.svg") lies on disk.

    Works from a checkout, an installation and a frozen folder, which all keep the data beside
    this module; importlib.resources would add 4 ms to every start. Raises ResourceMissing.
    """
    found = Path(__file__).parent.joinpath(*name.split("/"))
    if not found.exists():
        raise ResourceMissing(name)
    return found


def read_bytes(name: str) -> bytes:
    """Return the bytes of the bundled file `name`. Raises ResourceMissing."""
    return path(name).read_bytes()


def read_text(name: str) -> str:
    """Return the bundled UTF-8 file `name` as text. Raises ResourceMissing."""
    return path(name).read_text(encoding="utf-8")


def names(folder: str) -> list[str]:
    """Return the names of the files in a folder, sorted."""
    return sorted(item.name for item in path(folder).iterdir() if item.is_file())
