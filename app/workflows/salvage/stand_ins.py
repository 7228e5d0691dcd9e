"""What stands in for a record that is lost, so that those which need it can be used.

A session keeps its client, a note its session: each stand-in says that it is one. What has none
here goes with the record that it belongs to.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from app.core.clock import Moment
from app.core.ids import new_id
from app.ledger.verified import Verified
from app.records.consents.verified import CONSENT_EVENTS
from app.records.purposes.record import Ground, Template, template_content
from app.records.purposes.templates import LANGUAGE
from app.records.session_notes.record import DRAFT_KIND
from app.workflows.salvage import tables
from app.workflows.salvage.work import Reference, Work
from crypto.vault.connection import SqlValue

Fields = dict[str, SqlValue]

_NEXT = 'SELECT coalesce(max("{count}"), 0) + 1 FROM "{table}" WHERE "{of}" = ?'
_BARE = "SELECT id FROM purposes WHERE id NOT IN (SELECT purpose_id FROM notices) ORDER BY id"
_OF_NOTICE = "SELECT purpose_id FROM notices WHERE id = ?"
_OF_CONSENT = "SELECT purpose_id FROM consents WHERE id = ?"
_PURPOSES = """
SELECT id FROM purposes
UNION SELECT subject_id FROM ledger_rows WHERE kind GLOB 'purpose/*' ORDER BY 1
"""
_TAKEN = "SELECT purpose_id FROM consents WHERE client_id = ?"
_NOTES_BEGUN = """
SELECT * FROM drafts AS d WHERE d.kind = ? AND d.client_id IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM sessions AS s WHERE s.id = d.id)
"""


@dataclass(frozen=True)
class StandInWords:
    """What stand-ins say; the window gives its own."""

    client: str = "Client whose name was lost"
    purpose: str = "Purpose whose description was lost"
    notice: str = (
        "The text of this notice was lost when the vault was damaged. What the client was shown is"
        " on their own copy."
    )


class StandIns:
    """Makes them in the work database; `made` has the table and id of each."""

    def __init__(
        self,
        work: Work,
        now: Moment,
        words: StandInWords,
        is_proven: Callable[[Verified, bytes], bool],
    ) -> None:
        """`is_proven` says whether an entry vouches for a row as it is now."""
        self._work = work
        self._is_proven = is_proven
        self._spare: list[bytes] = []
        self._now = now
        self._words = words
        self.made: set[tuple[str, bytes]] = set()

    def is_spare(self, id: bytes) -> bool:
        """Whether it stands in for nothing that is known to have been."""
        return id in self._spare

    def make(self) -> None:
        """Makes what can be made, those that need others first."""
        for parent, maker in MAKERS.items():
            for table, reference in _references_to(self._work, parent):
                for child in self._work.without_parent(table, reference):
                    id = cast(bytes, child[reference.column])
                    self._add(parent, id, maker(self, child))
            if parent == "sessions":
                self._sessions_of_drafts()
            if parent == "purposes":
                self._notices_of_bare_purposes()

    def _add(self, table: str, id: bytes, row: Fields | None) -> None:
        if row is None or (table, id) in self.made:
            return
        if self._work.add(table, {"id": id} | row):
            self.made.add((table, id))

    def _next(self, table: str, count: str, of: str, id: SqlValue) -> int:
        sql = _NEXT.format(table=table, count=count, of=of)
        return cast(int, self._work.rows(sql, (id,))[0][0])

    def _sessions_of_drafts(self) -> None:
        names = self._work.names(tables.DRAFTS)
        for row in self._work.rows(_NOTES_BEGUN, (DRAFT_KIND,)):
            draft = dict(zip(names, row, strict=True))
            self._add("sessions", cast(bytes, draft["id"]), self.session(draft))

    def _notices_of_bare_purposes(self) -> None:
        for (purpose,) in self._work.rows(_BARE):
            self._add("notices", new_id().bytes, self._notice(cast(bytes, purpose)))

    def consent(self, event: Fields) -> Fields | None:
        """What an event belongs to: its notice knows the purpose, else its entry does."""
        client = event["client_id"]
        known = self._work.row(_OF_NOTICE, (event["notice_id"],))
        purpose = self._purpose_by_entry(event) if known is None else known[0]
        return {"client_id": client, "purpose_id": purpose or self._spare_purpose(client)}

    def _purpose_by_entry(self, event: Fields) -> bytes | None:
        """The purpose for which the event's entry vouches, of all that there ever were."""
        consent, id = event["consent_id"], cast(bytes, event["id"])
        for (purpose,) in self._work.rows(_PURPOSES):
            row = {"id": consent, "client_id": event["client_id"], "purpose_id": purpose}
            if self._work.add("consents", row):
                proven = self._is_proven(CONSENT_EVENTS, id)
                self._work.drop("consents", "id", consent)
                if proven:
                    return cast(bytes, purpose)
        return None

    def _spare_purpose(self, client: SqlValue) -> bytes:
        """One that stands in for whichever it was; no client has two consents for one purpose."""
        taken = {purpose for (purpose,) in self._work.rows(_TAKEN, (client,))}
        for spare in self._spare:
            if spare not in taken:
                return spare
        self._spare.append(new_id().bytes)
        return self._spare[-1]

    def notice(self, event: Fields) -> Fields | None:
        """What a client was shown, without its words."""
        known = self._work.row(_OF_CONSENT, (event["consent_id"],))
        return None if known is None else self._notice(cast(bytes, known[0]))

    def _notice(self, purpose: bytes) -> Fields:
        return {
            "purpose_id": purpose,
            "version": self._next("notices", "version", "purpose_id", purpose),
            "language": LANGUAGE,
            "text": self._words.notice,
        }

    def purpose(self, child: Fields) -> Fields | None:
        """What consents are for, without its description."""
        key = f"lost-{UUID(bytes=cast(bytes, child['purpose_id'])).hex[-12:]}"
        template = Template(key, self._words.purpose, "", Ground.CONSENT, "", ())
        return {
            "key": key,
            "template": json.dumps(template_content(template)),
            "made_ms": self._now.milliseconds,
            "made_zone": self._now.zone,
        }

    def session(self, child: Fields) -> Fields | None:
        """When a note was written there was a session: it began and ended no later than then."""
        at = child.get("final_ms") or child.get("written_ms")
        zone = child.get("final_zone") or self._now.zone
        return {
            "client_id": child["client_id"],
            "number": self._next("sessions", "number", "client_id", child["client_id"]),
            "started_ms": at,
            "started_zone": zone,
            "ended_ms": at,
            "ended_zone": zone,
        }

    def client(self, _child: Fields) -> Fields | None:
        """Somebody whose sessions or consents are there."""
        nothing = ("pronouns", "role", "contact", "goals", "needs", "prefers", "avoid")
        return {
            **dict.fromkeys(nothing, ""),
            "name": self._words.client,
            "if_not_working": "",
            "since_ms": self._now.milliseconds,
            "since_zone": self._now.zone,
        }


# In the order in which they need each other.
MAKERS: Mapping[str, Callable[[StandIns, Fields], Fields | None]] = {
    "consents": StandIns.consent,
    "notices": StandIns.notice,
    "purposes": StandIns.purpose,
    "sessions": StandIns.session,
    "clients": StandIns.client,
}


def _references_to(work: Work, parent: str) -> Iterator[tuple[str, Reference]]:
    for table in tables.of_records():
        for reference in work.references(table):
            if reference.parent == parent:
                yield table, reference
