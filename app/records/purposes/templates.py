"""The purposes that ship with Underrose, read from a bundled JSON file and checked."""

from collections.abc import Callable

import msgspec

from app.records.purposes.record import DataCategory, EndRule, Ground, Recipient, Template

LANGUAGE = "en-GB"


class _Suggestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One purpose as the file has it: the fields of `Template`, and its notice's paragraphs."""

    key: str
    name: str
    summary: str
    ground: Ground
    dpv_purpose: str
    data: tuple[DataCategory, ...]
    recipients: tuple[Recipient, ...]
    storage_place: str
    storage_months: int | None
    deletion: str
    end_rule: EndRule
    end_months: int | None
    notice: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; `closing` ends every notice."""

    language: str
    closing: tuple[str, ...]
    purposes: tuple[_Suggestion, ...]


def read_templates(read: Callable[[str], bytes]) -> tuple[tuple[Template, str, str], ...]:
    """The suggested purposes, each with its notice's language (BCP 47) and exact text.

    `read` returns the bytes of a bundled file by name. Paragraphs of a notice are parted by an
    empty line. Raises msgspec.ValidationError when the file is not as declared here.
    """
    file = msgspec.json.decode(read(f"templates/purposes.{LANGUAGE}.json"), type=_File)
    return tuple(
        (_template(one), file.language, "\n\n".join((*one.notice, *file.closing)))
        for one in file.purposes
    )


def _template(one: _Suggestion) -> Template:
    return Template(
        key=one.key,
        name=one.name,
        summary=one.summary,
        ground=one.ground,
        dpv_purpose=one.dpv_purpose,
        data=one.data,
        recipients=one.recipients,
        storage_place=one.storage_place,
        storage_months=one.storage_months,
        deletion=one.deletion,
        end_rule=one.end_rule,
        end_months=one.end_months,
    )
