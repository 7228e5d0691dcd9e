"""The practice's one row."""

from typing import cast

from app.records.practice.record import PRACTICE_ID, Practice
from app.storage.transaction import Reader, Writer

COLUMNS = "practice_name, coach_name, email, phone, postal_address, jurisdiction, zone"
_GET = f"SELECT {COLUMNS} FROM practice"
_PUT = """
INSERT OR REPLACE INTO practice
    (id, practice_name, coach_name, email, phone, postal_address, jurisdiction, zone)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


def get(reader: Reader) -> Practice | None:
    """The practice, None before it was first put."""
    row = reader.row(_GET)
    return None if row is None else Practice(*cast(tuple[str, ...], row))


def put(writer: Writer, practice: Practice) -> None:
    """Keeps these details in place of the ones before."""
    writer.execute(
        _PUT,
        (
            PRACTICE_ID.bytes,
            practice.practice_name,
            practice.coach_name,
            practice.email,
            practice.phone,
            practice.postal_address,
            practice.jurisdiction,
            practice.zone,
        ),
    )
