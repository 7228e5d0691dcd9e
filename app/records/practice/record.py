"""The practice and the pure rules of its details."""

from dataclasses import dataclass, replace
from uuid import UUID

from app.core import text
from app.core.errors import Refusal
from app.core.ids import PracticeId

# There is one practice in a vault; its id is fixed, so that it can be a ledger subject like others.
PRACTICE_ID = PracticeId(UUID("00000000-0000-7000-8000-000000000001"))


@dataclass(frozen=True)
class Practice:
    """Who the coach is.

    `jurisdiction` is an ISO 3166-1 alpha-2 code ("GB", "DE"); `zone` an IANA zone, in which
    end dates are read; empty texts are details not given yet.
    """

    practice_name: str = ""
    coach_name: str = ""
    email: str = ""
    phone: str = ""
    postal_address: str = ""
    jurisdiction: str = ""
    zone: str = "UTC"

    def tidied(self) -> "Practice":
        """The same details with spaces trimmed; raises NameNotUsable or TextTooLong."""
        return Practice(
            practice_name=text.line(self.practice_name),
            coach_name=text.line(self.coach_name),
            email=text.line(self.email),
            phone=text.line(self.phone),
            postal_address=text.lines(self.postal_address),
            jurisdiction=text.line(self.jurisdiction).upper(),
            zone=self.zone,
        )

    def missing_for_paper(self) -> tuple[str, ...]:
        """Names of the fields that a consent record needs and that are still empty.

        A record names who is responsible, how to reach them, where they are, and under which
        law (GDPR Art. 13(1)(a); ISO/IEC TS 27560, controller entity).
        """
        missing = [
            field
            for field in ("practice_name", "coach_name", "postal_address", "jurisdiction")
            if not getattr(self, field)
        ]
        if not self.email and not self.phone:
            missing.append("email")
        return tuple(missing)


def refusal(name: str, value: str) -> Refusal | None:
    """Why the detail `name` can't hold `value`, None if it can."""
    try:
        replace(Practice(), **{name: value}).tidied()
    except Refusal as error:
        return error
    return None


def content(practice: Practice) -> dict[str, str]:
    """What an entry of kind `practice/1` commits to."""
    return {
        "practice_name": practice.practice_name,
        "coach_name": practice.coach_name,
        "email": practice.email,
        "phone": practice.phone,
        "postal_address": practice.postal_address,
        "jurisdiction": practice.jurisdiction,
        "zone": practice.zone,
    }
