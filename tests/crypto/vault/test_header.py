import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, cast
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto.encoding import canonical_json
from crypto.errors import (
    CryptoError,
    HeaderDamaged,
    HeaderTampered,
    VaultNameNotUsable,
    VaultTooNew,
)
from crypto.primitives.aead import Sealed
from crypto.secret import SecretBytes
from crypto.slots.keyring_passphrase import KeyringPassphraseSlot
from crypto.slots.keyring_slot import KeyringSlot
from crypto.slots.open_slot import AnyDescriptor, Slot
from crypto.slots.passphrase import PassphraseSlot
from crypto.slots.recovery import RecoverySlot
from crypto.slots.slot import PassphraseKdf
from crypto.vault.header import (
    MOST_FILE_BYTES,
    Header,
    is_usable_name,
    parse,
    refuse_unusable_name,
    render,
)
from tests.support import malformed_headers

KEY = SecretBytes(b"h" * 32)
WRAP = Sealed(b"s" * 32, b"c" * 32, b"n" * 12, b"t" * 48)
KDF = PassphraseKdf(b"a" * 16, 262_144, 3, 4)
RECOVERY = RecoverySlot(UUID(int=1), 3, date(2026, 11, 23))


def header(*descriptors: AnyDescriptor, **changed: Any) -> Header:
    fields: dict[str, Any] = {
        "format": 1,
        "min_reader": 1,
        "vault_id": UUID("b2c60a37-3c9a-4f0b-a52c-0d5d4f0b6c11"),
        "name": "Room 4",
        "header_seq": 5,
        "epoch": 2,
        "suite": "argon2id.hkdf-sha256.aes-256-gcm-siv.sqlcipher-4",
        "created_at": datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        "db_file": "vault-7.db",
        "db_salt": b"d" * 16,
        "seal_file": "seal-7",
        "slots": tuple(Slot(each, WRAP) for each in (*descriptors, RECOVERY)),
    }
    return Header(**(fields | changed))


PLAIN = header(PassphraseSlot(UUID(int=2), KDF))

COUNTERS = st.integers(1, 2**53 - 1)
COUNTS = st.integers(1, 2**32 - 1)
KDFS = st.builds(PassphraseKdf, st.binary(min_size=16, max_size=16), COUNTS, COUNTS, COUNTS)
STORES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
DESCRIPTORS = st.one_of(
    st.builds(KeyringSlot, st.uuids(), STORES),
    st.builds(KeyringPassphraseSlot, st.uuids(), STORES, KDFS),
)


def numbered(number: int, others: list[AnyDescriptor], **changed: Any) -> Header:
    return header(*others, db_file=f"vault-{number}.db", seal_file=f"seal-{number}", **changed)


HEADERS = st.builds(
    numbered,
    st.integers(1, 999_999_999),
    st.lists(DESCRIPTORS, max_size=11, unique_by=lambda each: each.slot_id),
    vault_id=st.uuids(),
    name=st.text(st.characters(codec="utf-8"), max_size=100).filter(is_usable_name),
    header_seq=COUNTERS,
    epoch=COUNTERS,
    created_at=st.datetimes(
        min_value=datetime(2020, 1, 1),  # noqa: DTZ001  made aware below
        timezones=st.just(UTC),
    ).map(lambda moment: moment.replace(microsecond=0)),
    db_salt=st.binary(min_size=16, max_size=16),
)


@given(HEADERS)
def test_a_header_reads_back(given_header: Header) -> None:
    written = render(given_header, KEY)
    assert len(written.data) <= MOST_FILE_BYTES
    assert parse(written.data) == written
    parse(written.data).check_mac(KEY)


def test_the_file_is_four_lines_that_check_themselves() -> None:
    magic, fields, checksum, mac, end = render(PLAIN, KEY).data.split(b"\n")
    summed = magic + b"\n" + fields + b"\n"
    authentic = summed + checksum + b"\n"
    assert magic == b"UNDERROSE-VAULT 1"
    assert fields == canonical_json(json.loads(fields))
    assert checksum.decode() == "sha256:" + hashlib.sha256(summed).hexdigest()
    assert mac.decode() == "hmac:" + hmac.digest(b"h" * 32, authentic, "sha256").hex()
    assert end == b""


def test_another_key_did_not_write_it() -> None:
    with pytest.raises(HeaderTampered):
        parse(render(PLAIN, KEY).data).check_mac(SecretBytes(b"x" * 32))


# What somebody without the vault key may write: the checksum is right, the HMAC is not.
def framed(fields: bytes, magic: bytes = b"UNDERROSE-VAULT 1") -> bytes:
    summed = magic + b"\n" + fields + b"\n"
    checksum = hashlib.sha256(summed).hexdigest().encode()
    return summed + b"sha256:" + checksum + b"\nhmac:" + b"0" * 64 + b"\n"


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    fields = json.loads(render(PLAIN, KEY).data.split(b"\n")[1])
    change(fields)
    return framed(canonical_json(fields))


def test_an_edited_header_is_read_but_not_believed() -> None:
    edited = parse(changed(lambda fields: fields.update(name="Other")))
    with pytest.raises(HeaderTampered):
        edited.check_mac(KEY)


def update(**values: object) -> Callable[[dict[str, Any]], object]:
    return lambda fields: fields.update(values)


WHOLE = render(PLAIN, KEY).data


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 7))
def test_a_flipped_bit_is_always_told(place: int, bit: int) -> None:
    data = bytearray(WHOLE)
    data[place] ^= 1 << bit
    with pytest.raises((HeaderDamaged, HeaderTampered, VaultTooNew)):
        parse(bytes(data)).check_mac(KEY)


@given(st.binary(max_size=2000) | st.binary(max_size=2000).map(framed))
def test_no_other_bytes_are_a_header(data: bytes) -> None:
    with pytest.raises(CryptoError):
        parse(data)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text("aA0-:.\0é"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3),
)


@given(st.data(), JSON_VALUES)
def test_any_field_may_hold_anything_without_a_crash(data: st.DataObject, value: object) -> None:
    fields = json.loads(WHOLE.split(b"\n")[1])
    places: list[tuple[Any, Any]] = []

    def collect(node: object) -> None:
        pairs: list[tuple[Any, object]] = []
        if isinstance(node, dict):
            pairs = list(cast(dict[str, object], node).items())
        elif isinstance(node, list):
            pairs = list(enumerate(cast(list[object], node)))
        for key, inner in pairs:
            places.append((cast(Any, node), key))
            collect(inner)

    collect(fields)
    node, key = data.draw(st.sampled_from(places))
    node[key] = value
    try:
        written = parse(framed(canonical_json(fields)))
    except CryptoError:
        return
    assert canonical_json(msgspec.to_builtins(written.header)) == canonical_json(fields)


@pytest.mark.parametrize(
    "data",
    [
        WHOLE.replace(b"VAULT 1", b"VAULT 2"),
        b"UNDERROSE-VAULT 12\nanything",
        changed(update(format=2, min_reader=2)),
        changed(update(format=9, min_reader=2, colour="red")),
    ],
)
def test_a_header_for_later_readers_is_told_as_such(data: bytes) -> None:
    with pytest.raises(VaultTooNew):
        parse(data)


def test_a_later_format_that_this_reader_may_read_is_read() -> None:
    assert parse(changed(update(format=2, min_reader=1))).header.format == 2


@pytest.mark.parametrize("name", ["Room 4", "Praxis Müller", "心理", "👩‍👩‍👧", "n" * 100])
def test_a_name_in_any_script_is_usable(name: str) -> None:
    refuse_unusable_name(name)


@pytest.mark.parametrize("name", ["", " ", "n" * 101, "a\0", "a\tb", "a\x1b[0m", "a\x85", "\ud800"])
def test_a_name_with_controls_is_refused(name: str) -> None:
    with pytest.raises(VaultNameNotUsable):
        refuse_unusable_name(name)


# The named set


MALFORMED = malformed_headers.malformed()


def test_there_are_enough_of_them_and_the_base_is_a_header() -> None:
    assert len(MALFORMED) >= 150
    assert len({each.data for each in MALFORMED.values()}) > len(MALFORMED) - 5
    parse(malformed_headers.framed(malformed_headers.canonical(malformed_headers.fields())))


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_header_is_told_as_what_it_is(name: str) -> None:
    with pytest.raises(CryptoError) as error:
        parse(MALFORMED[name].data)
    assert type(error.value).__name__ == MALFORMED[name].told


@pytest.mark.parametrize("name", malformed_headers.edited())
def test_an_edited_header_is_read_and_then_refused(name: str) -> None:
    written = parse(malformed_headers.edited()[name])
    with pytest.raises(HeaderTampered):
        written.check_mac(KEY)
