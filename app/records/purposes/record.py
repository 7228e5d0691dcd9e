"""A purpose with its notices, and the template that it was made from."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec

from app.core.clock import Moment
from app.core.ids import NoticeId, PurposeId


class Ground(StrEnum):
    """The one ground that a purpose rests on (GDPR Art. 6(1)); only consent is asked."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGITIMATE_INTEREST = "legitimate_interest"
    LAW = "law"


class EndRule(StrEnum):
    """When a consent given for a purpose ends by itself."""

    NONE = "none"
    MONTHS = "months"
    ON_DATE = "on_date"


@dataclass(frozen=True)
class DataCategory:
    """A kind of personal data: a DPV `pd:` term, or our own under a broader one."""

    term: str
    label: str
    special: bool = False


@dataclass(frozen=True)
class Recipient:
    """Who else learns of it; none means the coach and the client only."""

    name: str
    role: str


@dataclass(frozen=True)
class Template:
    """What a purpose is: name, ground, data, recipients, storage and end.

    `storage_months` is how long the data are kept after the last session (None: until it is
    withdrawn); `end_months` belongs to `EndRule.MONTHS`. `dpv_purpose` is the DPV purpose that
    ours is a kind of.
    """

    key: str
    name: str
    summary: str
    ground: Ground
    dpv_purpose: str
    data: tuple[DataCategory, ...]
    recipients: tuple[Recipient, ...] = ()
    storage_place: str = ""
    storage_months: int | None = None
    deletion: str = ""
    end_rule: EndRule = EndRule.NONE
    end_months: int | None = None

    @property
    def needs_explicit(self) -> bool:
        """Whether special categories make the consent an explicit one (GDPR Art. 9(2)(a))."""
        return any(category.special for category in self.data)


@dataclass(frozen=True)
class Notice:
    """The exact text, version and language that a client is shown. `language` is BCP 47."""

    id: NoticeId
    purpose: PurposeId
    version: int
    language: str
    text: str

    @property
    def sha256(self) -> bytes:
        """SHA-256 of the text's UTF-8 bytes."""
        return hashlib.sha256(self.text.encode()).digest()


@dataclass(frozen=True)
class Purpose:
    """A purpose of this practice; `notices` are all versions, oldest first."""

    id: PurposeId
    template: Template
    made_at: Moment
    notices: tuple[Notice, ...] = field(default=())

    @property
    def notice(self) -> Notice:
        """The notice in force: the newest version."""
        return self.notices[-1]


def template_content(template: Template) -> dict[str, Any]:
    """A template as plain JSON values: what an entry commits to and the table keeps."""
    return {
        "key": template.key,
        "name": template.name,
        "summary": template.summary,
        "ground": template.ground.value,
        "dpv_purpose": template.dpv_purpose,
        "data": [{"term": c.term, "label": c.label, "special": c.special} for c in template.data],
        "recipients": [{"name": r.name, "role": r.role} for r in template.recipients],
        "storage_place": template.storage_place,
        "storage_months": template.storage_months,
        "deletion": template.deletion,
        "end_rule": template.end_rule.value,
        "end_months": template.end_months,
    }


def template_from(value: object) -> Template:
    """The template that `template_content` described; raises msgspec.ValidationError."""
    return msgspec.convert(value, Template, strict=True)


def content(purpose: Purpose) -> dict[str, Any]:
    """What an entry of kind `purpose/1` commits to, its notices with it."""
    return {
        "template": template_content(purpose.template),
        "made_ms": purpose.made_at.milliseconds,
        "made_zone": purpose.made_at.zone,
        "notices": [
            {"id": str(n.id), "version": n.version, "language": n.language, "text": n.text}
            for n in purpose.notices
        ],
    }
