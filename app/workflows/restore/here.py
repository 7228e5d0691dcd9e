"""What is known, without any key, of the vault that a backup would come to lie beside."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from app.core.clock import Moment, local_zone
from app.vault_place.new_vault import folder_for
from crypto.errors import CryptoError
from crypto.vault import seal
from crypto.vault.header import Header
from crypto.vault.header_files import read_header


class Here(NamedTuple):
    """A vault from outside; `generation` counts its entries as its seal claims, unproven."""

    vault_id: UUID
    name: str
    generation: int | None
    changed: Moment | None = None  # the last time, as far as that can be told


def look_here(folder: Path) -> Here | None:
    """Looks at the vault in `folder` and changes nothing; None when its header can't be read."""
    try:
        header = read_header(folder).written.header
    except CryptoError:
        return None
    return Here(header.vault_id, header.name, _claimed(folder, header), _changed(folder, header))


def free_name(names: Iterable[str], parent: Path) -> str:
    """The first of these names whose folder below `parent` is free; "" when none is."""
    return next((name for name in names if not folder_for(name, parent).exists()), "")


def _claimed(folder: Path, header: Header) -> int | None:
    try:
        data = (folder / header.seal_file).read_bytes()
    except OSError:
        return None
    told = seal.claimed(data, header.vault_id)
    return None if told is None else told.state.generation


def _changed(folder: Path, header: Header) -> Moment | None:
    """Every save writes the seal."""
    try:
        seconds = (folder / header.seal_file).stat().st_mtime
        return Moment.of(round(seconds * 1000), local_zone())
    except (OSError, ValueError, OverflowError):
        return None
