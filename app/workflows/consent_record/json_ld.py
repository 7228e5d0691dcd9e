"""The consent record as canonical JSON-LD.

Follows the profile "Consent Records and Receipts with DPV" of ISO/IEC TS 27560:2023 (DPV 2.3).
Its `@context` is inline, so that it is read without a network. Whatever may occur more than once
is an array. The client appears by a pseudonymous identifier only.
"""

import hashlib
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from app.core.clock import Moment
from app.records.consents.record import EventKind
from app.records.practice.jurisdictions import JURISDICTIONS
from app.records.practice.record import PRACTICE_ID, Practice
from app.records.purposes.record import Notice, Recipient, Template
from app.workflows.consent_record.record import ConsentRecord, EntryRow, Line
from app.workflows.consent_record.terms import (
    AUTHORITY,
    BASIS,
    COMPLAINT,
    CONTEXT,
    LANGUAGE,
    PROFILE,
    RIGHTS,
    STATUS,
    UNTIL,
)
from crypto.encoding import canonical_json

Node = dict[str, Any]

MADE_UP = "Made up, for looking around: nobody on this record exists, and nothing was agreed."


def to_json(record: ConsentRecord) -> bytes:
    """The record as RFC 8785 JSON, UTF-8 without a final line break."""
    return canonical_json(_record(record))


def check_number(json_bytes: bytes) -> str:
    """The first 16 hexadecimal digits of the bytes' SHA-256: "7F2C 91A0 44DE 03B8"."""
    digits = hashlib.sha256(json_bytes).hexdigest()[:16].upper()
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


def _record(record: ConsentRecord) -> Node:
    recipients = {
        _recipient_id(one, record.practice): one
        for line in record.lines
        for one in line.purpose.template.recipients
    }
    node: Node = {
        "@context": CONTEXT,
        "@id": _urn(record.id),
        "@type": ["dpv:ConsentRecord"],
        "dct:conformsTo": PROFILE,
        "dct:created": _at(record, record.made_at),
        "dct:identifier": [str(record.id)],
        "dct:language": [LANGUAGE],
        "dpv:hasDataSubject": {
            "@id": _urn(record.client.id),
            "@type": ["dpv:Client"],
            "dpv:hasIdentifier": [str(record.client.id)],
        },
        "dpv:hasEntity": [
            _controller(record.practice),
            *(_recipient(id, one, record.practice) for id, one in recipients.items()),
        ],
        "dpv:hasIdentifier": [str(record.id)],
        "dpv:hasNotice": [_notice(notice) for _, notice in record.notices],
        "dpv:hasProcess": [_process(record, line) for line in record.lines],
        "skos:notation": [record.number],
    }
    return node | ({"dct:description": MADE_UP} if record.made_up else {})


def _process(record: ConsentRecord, line: Line) -> Node:
    template = line.purpose.template
    client = _urn(record.client.id)
    recipients = [_urn(_recipient_id(one, record.practice)) for one in template.recipients]
    how = _how_to_reach(record)
    return {
        "@id": _urn(line.consent.id),
        "@type": ["dpv:Process"],
        "dct:title": template.name,
        "dpv:hasConsentControl": [
            {"@type": ["dpv:ProvideConsent"], "dpv:isExercisedAt": how},
            {"@type": ["dpv:WithdrawConsent"], "dpv:isExercisedAt": how},
        ],
        "dpv:hasConsentStatus": [_event(record, line, row) for row in record.history(line)],
        "dpv:hasDataController": [_urn(_controller_id(record.practice))],
        "dpv:hasDataSubject": client,
        "dpv:hasJurisdiction": [_jurisdiction(record.practice)],
        "dpv:hasLegalBasis": [
            BASIS[template.ground],
            *(["eu-gdpr:A9-2-a"] if template.needs_explicit else []),
        ],
        "dpv:hasPersonalData": [
            {
                "@type": [f"dpv:{'SpecialCategory' if one.special else ''}PersonalData"],
                "skos:broader": [one.term],
                "skos:prefLabel": one.label,
            }
            for one in template.data
        ],
        "dpv:hasPurpose": [
            {
                "@id": _urn(line.purpose.id),
                "@type": ["dpv:Purpose"],
                "dct:description": template.summary,
                "dct:title": template.name,
                "skos:broader": [template.dpv_purpose],
            }
        ],
        "dpv:hasRecipient": recipients or [client],
        "dpv:hasRight": [
            {
                "@type": ["dpv:DataSubjectRight", f"eu-gdpr:{right}"],
                "dpv:isExercisedAt": AUTHORITY if right == COMPLAINT else how,
            }
            for right in RIGHTS
        ],
        "dpv:hasStorageCondition": _storage(template),
    }


def _event(record: ConsentRecord, line: Line, row: EntryRow) -> Node:
    controller = _urn(_controller_id(record.practice))
    explicit = line.purpose.template.needs_explicit
    node: Node = {
        "dpv:hasLegalBasis": [
            "dpv:ExplicitlyExpressedConsent" if explicit else "dpv:ExpressedConsent"
        ],
        "dpv:isIndicatedAtTime": _at(record, row.at),
    }
    event = row.event
    if event is None:
        return node | {
            "@type": ["dpv:ConsentExpired"],
            "dct:description": "Not an entry: it follows from the end date.",
            "dpv:hasDuration": [_until_event("until it is given again")],
            "dpv:isIndicatedBy": [controller],
        }
    asked = event.kind is EventKind.REQUESTED
    node |= {
        "@id": _urn(event.id),
        "@type": [STATUS[event.kind]],
        "dct:created": _at(record, event.recorded_at),
        "dpv:hasDuration": [
            _until_time(record, event.ends_on) if event.ends_on else _until_event(UNTIL[event.kind])
        ],
        "dpv:hasIndicationMethod": event.method.value.replace("_", " "),
        "dpv:hasNotice": [_urn(event.notice)],
        "dpv:isIndicatedBy": [controller if asked else _urn(record.client.id)],
        "schema:position": event.number,
    }
    return node | ({"dct:description": event.remark} if event.remark else {})


def _notice(notice: Notice) -> Node:
    return {
        "@id": _urn(notice.id),
        "@type": ["dpv:ConsentNotice"],
        "dct:language": [notice.language],
        "schema:sha256": notice.sha256.hex(),
        "schema:text": notice.text,
        "schema:version": str(notice.version),
    }


def _storage(template: Template) -> list[Node]:
    months = template.storage_months
    kept = (
        _until_event("until it is withdrawn")
        if months is None
        else {
            "@type": ["dpv:TemporalDuration"],
            "dct:description": "after the last session",
            "rdf:value": {"@type": "xsd:duration", "@value": f"P{months}M"},
        }
    )
    return [
        {
            "@type": ["dpv:StorageLocation"],
            "dct:description": template.storage_place,
            "dpv:hasLocation": ["dpv:LocalLocation"],
        },
        {"@type": ["dpv:StorageDuration"], "dpv:hasDuration": [kept]},
        {"@type": ["dpv:StorageDeletion"], "dct:description": template.deletion},
    ]


def _controller(practice: Practice) -> Node:
    id = _controller_id(practice)
    return {
        "@id": _urn(id),
        "@type": ["dpv:DataController"],
        "dpv:hasIdentifier": [str(id)],
        "dpv:hasName": [practice.practice_name],
        "schema:address": [_address(practice)],
        "schema:contactPoint": [_contact(practice)],
    }


def _recipient(id: UUID, recipient: Recipient, practice: Practice) -> Node:
    """A recipient; the practice forwards what is meant for them, so it is reached in its care."""
    return {
        "@id": _urn(id),
        "@type": ["dpv:Recipient"],
        "dct:description": recipient.role,
        "dpv:hasIdentifier": [str(id)],
        "dpv:hasName": [recipient.name],
        "schema:address": [_address(practice) | {"schema:name": f"c/o {practice.practice_name}"}],
        "schema:contactPoint": [_contact(practice)],
    }


def _contact(practice: Practice) -> Node:
    reached = {"schema:email": practice.email, "schema:telephone": practice.phone}
    return {
        "@type": ["schema:ContactPoint"],
        "schema:name": practice.coach_name,
        **{name: value for name, value in reached.items() if value},
    }


def _address(practice: Practice) -> Node:
    street = ", ".join(practice.postal_address.splitlines())
    return {"@type": ["schema:PostalAddress"], "schema:streetAddress": street}


def _jurisdiction(practice: Practice) -> str | Node:
    code = practice.jurisdiction
    return (
        f"loc:{code}" if code in JURISDICTIONS else {"@type": ["dpv:Location"], "dct:title": code}
    )


def _how_to_reach(record: ConsentRecord) -> str:
    practice = record.practice
    ways = ", ".join(way for way in (practice.email, practice.phone) if way)
    return f"By telling {practice.coach_name or practice.practice_name} in any way: {ways}"


def _until_event(event: str) -> Node:
    return {"@type": ["dpv:UntilEventDuration"], "rdf:value": event}


def _until_time(record: ConsentRecord, day: date) -> Node:
    end = {"@type": "xsd:dateTime", "@value": _at(record, record.end_of(day))}
    return {"@type": ["dpv:UntilTimeDuration"], "rdf:value": end}


def _at(record: ConsentRecord, moment: Moment) -> str:
    """The instant as wall time in the practice's zone with its offset, so that both are kept."""
    return record.in_zone(moment).local.isoformat(timespec="seconds")


def _controller_id(practice: Practice) -> UUID:
    """The same for each record that a practice makes, another for another practice."""
    return uuid5(PRACTICE_ID, f"{practice.practice_name}\n{practice.postal_address}")


def _recipient_id(recipient: Recipient, practice: Practice) -> UUID:
    return uuid5(_controller_id(practice), f"{recipient.name}\n{recipient.role}")


def _urn(id: UUID) -> str:
    return f"urn:uuid:{id}"
