"""Purposes and their notices as rows."""

import json
from typing import cast
from uuid import UUID

from app.core.clock import Moment
from app.core.ids import NoticeId, PurposeId
from app.records.purposes.record import Notice, Purpose, template_content, template_from
from app.storage.transaction import Reader, Writer
from crypto.encoding import canonical_json
from crypto.vault.connection import Row

_PURPOSES = "SELECT id, template, made_ms, made_zone FROM purposes ORDER BY id"
_NOTICES = """
SELECT id, purpose_id, version, language, text FROM notices ORDER BY purpose_id, version
"""
_ADD = "INSERT INTO purposes (id, key, template, made_ms, made_zone) VALUES (?, ?, ?, ?, ?)"
_ADD_NOTICE = "INSERT INTO notices (id, purpose_id, version, language, text) VALUES (?, ?, ?, ?, ?)"


def all_purposes(reader: Reader) -> tuple[Purpose, ...]:
    """Every purpose with all its notices, in the order in which they were made."""
    notices = [_notice(row) for row in reader.rows(_NOTICES)]
    purposes: list[Purpose] = []
    for id, template, made_ms, made_zone in reader.rows(_PURPOSES):
        purpose = PurposeId(UUID(bytes=cast(bytes, id)))
        purposes.append(
            Purpose(
                id=purpose,
                template=template_from(json.loads(cast(str, template))),
                made_at=Moment.of(cast(int, made_ms), cast(str, made_zone)),
                notices=tuple(notice for notice in notices if notice.purpose == purpose),
            )
        )
    return tuple(purposes)


def add(writer: Writer, purpose: Purpose) -> None:
    """Puts a new purpose in, with its notices."""
    template = canonical_json(template_content(purpose.template)).decode()
    writer.execute(
        _ADD,
        (
            purpose.id.bytes,
            purpose.template.key,
            template,
            purpose.made_at.milliseconds,
            purpose.made_at.zone,
        ),
    )
    for notice in purpose.notices:
        id = notice.id.bytes
        values = (id, purpose.id.bytes, notice.version, notice.language, notice.text)
        writer.execute(_ADD_NOTICE, values)


def _notice(row: Row) -> Notice:
    id, purpose, version, language, text = row
    return Notice(
        id=NoticeId(UUID(bytes=cast(bytes, id))),
        purpose=PurposeId(UUID(bytes=cast(bytes, purpose))),
        version=cast(int, version),
        language=cast(str, language),
        text=cast(str, text),
    )
