"""Disclosures as rows."""

from typing import cast
from uuid import UUID

from app.core.clock import Moment
from app.core.ids import ClientId, DisclosureId
from app.records.disclosures.record import Disclosure, ToWhom, What
from app.storage.transaction import Reader, Writer
from crypto.vault.connection import Row

COLUMNS = "id, client_id, what, to_whom, at_ms, at_zone, record_number, pdf_sha256, json_sha256"
_OF_CLIENT = f"SELECT {COLUMNS} FROM disclosures WHERE client_id = ? ORDER BY at_ms DESC, id DESC"
_ADD = f"INSERT INTO disclosures ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


def of_client(reader: Reader, client: ClientId) -> tuple[Disclosure, ...]:
    """What left the vault about a client, newest first."""
    return tuple(from_row(row) for row in reader.rows(_OF_CLIENT, (client.bytes,)))


def add(writer: Writer, disclosure: Disclosure) -> None:
    """Appends a disclosure."""
    writer.execute(
        _ADD,
        (
            disclosure.id.bytes,
            disclosure.client.bytes,
            disclosure.what.value,
            disclosure.to_whom.value,
            disclosure.at.milliseconds,
            disclosure.at.zone,
            disclosure.record_number,
            disclosure.pdf_sha256,
            disclosure.json_sha256,
        ),
    )


def from_row(row: Row) -> Disclosure:
    """The disclosure that a row of `COLUMNS` holds."""
    id, client, what, to_whom, at_ms, at_zone, record_number, pdf_sha256, json_sha256 = row
    return Disclosure(
        id=DisclosureId(UUID(bytes=cast(bytes, id))),
        client=ClientId(UUID(bytes=cast(bytes, client))),
        what=What(cast(str, what)),
        to_whom=ToWhom(cast(str, to_whom)),
        at=Moment.of(cast(int, at_ms), cast(str, at_zone)),
        record_number=cast(str, record_number),
        pdf_sha256=cast(bytes, pdf_sha256),
        json_sha256=cast(bytes, json_sha256),
    )
