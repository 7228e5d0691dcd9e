"""The terms of the JSON-LD consent record: prefixes, and our states and grounds in DPV 2.3."""

from typing import Any

from app.records.consents.record import EventKind
from app.records.purposes.record import Ground

PROFILE = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr"
LANGUAGE = "en-GB"  # of the few phrases below; what people wrote keeps its own language

LINKS = (
    "dct:conformsTo",
    "dpv:hasDataController",
    "dpv:hasDataSubject",
    "dpv:hasEntity",
    "dpv:hasJurisdiction",
    "dpv:hasLegalBasis",
    "dpv:hasLocation",
    "dpv:hasNotice",
    "dpv:hasRecipient",
    "dpv:isIndicatedBy",
    "skos:broader",
)
CONTEXT: dict[str, Any] = {
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "loc": "https://w3id.org/dpv/loc#",
    "pd": "https://w3id.org/dpv/pd#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: {"@type": "@id"} for name in LINKS},
    "dct:created": {"@type": "xsd:dateTime"},
    "dpv:isIndicatedAtTime": {"@type": "xsd:dateTime"},
}
BASIS = {
    Ground.CONSENT: "eu-gdpr:A6-1-a",
    Ground.CONTRACT: "eu-gdpr:A6-1-b",
    Ground.LAW: "eu-gdpr:A6-1-c",
    Ground.LEGITIMATE_INTEREST: "eu-gdpr:A6-1-f",
}
STATUS = {
    EventKind.REQUESTED: "dpv:ConsentRequested",
    EventKind.GIVEN: "dpv:ConsentGiven",
    EventKind.REFUSED: "dpv:ConsentRefused",
    EventKind.WITHDRAWN: "dpv:ConsentWithdrawn",
    EventKind.RENEWED: "dpv:RenewedConsentGiven",
}
UNTIL = {
    EventKind.REQUESTED: "until it is answered",
    EventKind.GIVEN: "until it is withdrawn",
    EventKind.REFUSED: "until the client decides otherwise",
    EventKind.WITHDRAWN: "until the client decides otherwise",
    EventKind.RENEWED: "until it is withdrawn",
}
COMPLAINT = "A77"
RIGHTS = ("A7-3", "A15", "A16", "A17", "A18", "A20", COMPLAINT)
AUTHORITY = "At a data protection authority, at any time"
