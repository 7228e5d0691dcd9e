"""The JSON-LD of a consent record follows its standard, term by term."""

import hashlib
import json
from dataclasses import replace
from typing import Any, cast

import pytest

from app.workflows.consent_record.json_ld import check_number, to_json
from app.workflows.consent_record.record import ConsentRecord
from crypto.encoding import canonical_json
from tests.support.consent_records import HANNA, Diary, amaras_record, at
from tests.support.dpv import terms_in, vocabulary

Node = dict[str, Any]

PREFIXES = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "loc": "https://w3id.org/dpv/loc#",
    "dct": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@pytest.fixture
def record() -> ConsentRecord:
    return amaras_record()


@pytest.fixture
def written(record: ConsentRecord) -> Node:
    return json.loads(to_json(record))


def process(written: Node, title: str) -> Node:
    return next(one for one in written["dpv:hasProcess"] if one["dct:title"] == title)


def events(written: Node, title: str) -> list[Node]:
    return process(written, title)["dpv:hasConsentStatus"]


def test_it_is_its_own_canonical_encoding(record: ConsentRecord) -> None:
    data = to_json(record)
    assert canonical_json(json.loads(data)) == data


def test_the_context_is_inline_and_complete(written: Node) -> None:
    context = written["@context"]
    assert context.items() >= PREFIXES.items()
    used = {name.partition(":")[0] for name in _names(written) if ":" in name}
    assert used <= PREFIXES.keys()


def test_every_term_is_in_the_vocabulary(written: Node) -> None:
    terms = set(terms_in(written))
    assert len(terms) > 60
    assert terms <= vocabulary()


def test_an_invented_term_would_be_found() -> None:
    assert not {"dpv:hasCoach"} <= vocabulary()
    assert list(terms_in({"a": ["dpv:hasCoach"]})) == ["dpv:hasCoach"]


def test_the_record_names_standard_identifier_and_data_subject(
    record: ConsentRecord, written: Node
) -> None:
    assert written["@type"] == ["dpv:ConsentRecord"]
    assert written["dct:conformsTo"] == ("https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr")
    assert written["dct:identifier"] == written["dpv:hasIdentifier"] == [str(record.id)]
    assert written["skos:notation"] == [record.number]
    assert written["dpv:hasDataSubject"] == {
        "@id": f"urn:uuid:{record.client.id}",
        "@type": ["dpv:Client"],
        "dpv:hasIdentifier": [str(record.client.id)],
    }


def test_the_client_is_never_named(record: ConsentRecord) -> None:
    text = to_json(record).decode()
    assert "Amara" not in text
    assert "Osei" not in text


def test_notices_carry_text_version_language_and_hash(record: ConsentRecord, written: Node) -> None:
    for node, (_, notice) in zip(written["dpv:hasNotice"], record.notices, strict=True):
        assert node["@type"] == ["dpv:ConsentNotice"]
        assert node["dct:language"] == ["en-GB"]
        assert node["schema:version"] == "1"
        assert node["schema:text"] == notice.text
        assert node["schema:sha256"] == hashlib.sha256(notice.text.encode()).hexdigest()


@pytest.mark.parametrize(
    "field",
    [
        "dpv:hasConsentControl",
        "dpv:hasConsentStatus",
        "dpv:hasDataController",
        "dpv:hasJurisdiction",
        "dpv:hasLegalBasis",
        "dpv:hasPersonalData",
        "dpv:hasPurpose",
        "dpv:hasRecipient",
        "dpv:hasRight",
        "dpv:hasStorageCondition",
    ],
)
def test_every_process_has_every_field_as_an_array(written: Node, field: str) -> None:
    assert len(written["dpv:hasProcess"]) == 7
    for one in written["dpv:hasProcess"]:
        assert one["@type"] == ["dpv:Process"]
        assert isinstance(one[field], list)
        assert one[field]


def test_storage_tells_place_duration_and_deletion(written: Node) -> None:
    place, duration, deletion = process(written, "Email between sessions")[
        "dpv:hasStorageCondition"
    ]
    assert place["@type"] == ["dpv:StorageLocation"]
    assert place["dct:description"].startswith("In my mailbox")
    assert duration["@type"] == ["dpv:StorageDuration"]
    assert duration["dpv:hasDuration"][0]["rdf:value"] == {
        "@type": "xsd:duration",
        "@value": "P12M",
    }
    assert deletion["@type"] == ["dpv:StorageDeletion"]


def test_special_categories_ask_for_explicit_consent(written: Node) -> None:
    notes = process(written, "Health and other sensitive matters in my notes")
    assert notes["dpv:hasLegalBasis"] == ["eu-gdpr:A6-1-a", "eu-gdpr:A9-2-a"]
    assert {tuple(data["@type"]) for data in notes["dpv:hasPersonalData"]} == {
        ("dpv:SpecialCategoryPersonalData",)
    }
    assert events(written, notes["dct:title"])[0]["dpv:hasLegalBasis"] == [
        "dpv:ExplicitlyExpressedConsent"
    ]


def test_other_data_ask_for_expressed_consent(written: Node) -> None:
    texts = process(written, "Text messages")
    assert texts["dpv:hasLegalBasis"] == ["eu-gdpr:A6-1-a"]
    assert events(written, "Text messages")[0]["dpv:hasLegalBasis"] == ["dpv:ExpressedConsent"]


def test_withdrawing_is_told_beside_giving(written: Node) -> None:
    give, withdraw = process(written, "Text messages")["dpv:hasConsentControl"]
    assert give["@type"] == ["dpv:ProvideConsent"]
    assert withdraw["@type"] == ["dpv:WithdrawConsent"]
    assert withdraw["dpv:isExercisedAt"] == give["dpv:isExercisedAt"]
    assert withdraw["dpv:isExercisedAt"].startswith("By telling Hanna Whitlock in any way")


def test_entities_have_name_identifier_contact_and_address(written: Node) -> None:
    controller, *recipients = written["dpv:hasEntity"]
    assert controller["@type"] == ["dpv:DataController"]
    assert controller["dpv:hasName"] == ["Whitlock Coaching"]
    assert len(recipients) == 5
    for one in written["dpv:hasEntity"]:
        assert one["dpv:hasName"]
        assert one["@id"] == f"urn:uuid:{one['dpv:hasIdentifier'][0]}"
        assert one["schema:contactPoint"][0]["schema:email"] == "hanna@whitlock.example"
        assert one["schema:address"][0]["@type"] == ["schema:PostalAddress"]


def test_without_recipients_the_data_subject_is_the_only_one(written: Node) -> None:
    recording = process(written, "Recording of sessions")
    assert recording["dpv:hasRecipient"] == [written["dpv:hasDataSubject"]["@id"]]


def test_events_tell_state_time_duration_who_and_how(written: Node) -> None:
    client = written["dpv:hasDataSubject"]["@id"]
    given, withdrawn = events(written, "Text messages")
    assert given["@type"] == ["dpv:ConsentGiven"]
    assert given["dpv:isIndicatedAtTime"] == "2026-03-12T10:08:00+00:00"
    assert given["dpv:isIndicatedBy"] == [client]
    assert given["dpv:hasIndicationMethod"] == "on paper"
    assert given["schema:position"] == 3
    assert withdrawn["@type"] == ["dpv:ConsentWithdrawn"]
    assert withdrawn["dpv:isIndicatedAtTime"] == "2026-09-09T08:14:00+01:00"
    assert withdrawn["dct:created"] == "2026-09-10T09:02:00+01:00"


def test_what_the_coach_asked_is_indicated_by_the_practice(written: Node) -> None:
    no, asked, again = events(written, "Recording of sessions")
    assert [one["@type"] for one in (no, asked, again)] == [
        ["dpv:ConsentRefused"],
        ["dpv:ConsentRequested"],
        ["dpv:ConsentRefused"],
    ]
    assert asked["dpv:isIndicatedBy"] == [written["dpv:hasEntity"][0]["@id"]]
    assert again["dct:description"] == "Perhaps later, not this year."


def test_an_expiry_is_an_event_without_a_number(written: Node) -> None:
    given, expired = events(written, "One quote in a newsletter")
    assert given["dpv:hasDuration"][0]["rdf:value"]["@value"] == "2026-06-20T23:59:59+01:00"
    assert expired["@type"] == ["dpv:ConsentExpired"]
    assert expired["dpv:isIndicatedAtTime"] == "2026-06-20T23:59:59+01:00"
    assert "schema:position" not in expired
    assert expired["dpv:hasDuration"]


def test_an_unknown_jurisdiction_is_told_in_words_not_as_a_term(record: ConsentRecord) -> None:
    elsewhere = replace(record, practice=replace(HANNA, jurisdiction="ENGLAND"))
    written: Node = json.loads(to_json(elsewhere))
    assert written["dpv:hasProcess"][0]["dpv:hasJurisdiction"] == [
        {"@type": ["dpv:Location"], "dct:title": "ENGLAND"}
    ]


def test_a_practice_keeps_its_identifier_and_shares_it_with_no_other(
    record: ConsentRecord, written: Node
) -> None:
    later = json.loads(to_json(Diary(record.client).record(at(2027, 1, 1))))
    other = json.loads(
        to_json(replace(record, practice=replace(HANNA, postal_address="Elsewhere")))
    )
    mine = written["dpv:hasEntity"][0]["@id"]
    assert later["dpv:hasEntity"][0]["@id"] == mine
    assert other["dpv:hasEntity"][0]["@id"] != mine


def test_the_check_number_is_the_beginning_of_the_hash(record: ConsentRecord) -> None:
    data = to_json(record)
    number = check_number(data)
    assert number.replace(" ", "").lower() == hashlib.sha256(data).hexdigest()[:16]
    assert [len(group) for group in number.split()] == [4, 4, 4, 4]


def _names(value: object) -> set[str]:
    if isinstance(value, dict):
        node = cast(Node, value)
        return set(node) | {name for inner in node.values() for name in _names(inner)}
    if isinstance(value, list):
        return {name for inner in cast(list[object], value) for name in _names(inner)}
    return set()


def test_a_made_up_record_says_so_to_machines_too(record: ConsentRecord) -> None:
    made_up = json.loads(to_json(replace(record, made_up=True)))
    assert "nobody on this record exists" in made_up.pop("dct:description")
    assert made_up == json.loads(to_json(record))
