"""What opens the backups made while a Recovery Kit is in force, by the kit's number."""

from collections.abc import Iterable
from typing import cast

from app.storage.transaction import Reader, Writer
from crypto.secret import SecretBytes

_GET = "SELECT root FROM backup_roots WHERE kit_number = ?"
_HAS = "SELECT 1 FROM backup_roots WHERE kit_number = ?"
_PUT = """
INSERT INTO backup_roots (kit_number, root) VALUES (?, ?)
ON CONFLICT (kit_number) DO UPDATE SET root = excluded.root
"""
_FORGET_ALL = "DELETE FROM backup_roots"


def get(reader: Reader, kit_number: int) -> SecretBytes | None:
    """The root of a kit's backups, to be wiped after use; None when none is kept."""
    row = reader.row(_GET, (kit_number,))
    return None if row is None else SecretBytes(cast(bytes, row[0]))


def of_kits(reader: Reader, kit_numbers: Iterable[int]) -> dict[int, SecretBytes]:
    """Those of these kits that are kept, by the kit's number; to be wiped after use."""
    found = {number: get(reader, number) for number in kit_numbers}
    return {number: root for number, root in found.items() if root is not None}


def has(reader: Reader, kit_number: int) -> bool:
    """Whether backups could be made for a kit."""
    return reader.row(_HAS, (kit_number,)) is not None


def put(writer: Writer, kit_number: int, root: SecretBytes) -> None:
    """Keeps a root, in place of one whose kit was never finished."""
    writer.execute(_PUT, (kit_number, root.reveal()))


def forget_all(writer: Writer) -> None:
    """Takes every root out, of a copy that they would open."""
    writer.execute(_FORGET_ALL)
