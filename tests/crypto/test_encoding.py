import json
from contextlib import suppress
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from crypto.encoding import Part, canonical_json, enc, parts_of

PARTS = st.lists(st.binary(max_size=40), max_size=6)
LABELS = st.text(max_size=10)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


def test_label_and_parts_stand_behind_their_lengths() -> None:
    assert enc("ab", b"c", "é") == bytes.fromhex("00000002 6162 00000001 63 00000002 c3a9")


def test_integers_take_eight_bytes_and_uuids_sixteen() -> None:
    uuid = UUID("00112233-4455-6677-8899-aabbccddeeff")
    assert enc("", 258, uuid) == bytes.fromhex(
        "00000000 00000008 0000000000000102 00000010 00112233445566778899aabbccddeeff"
    )


@pytest.mark.parametrize("number", [-1, 2**64])
def test_an_integer_that_is_no_u64_is_refused(number: int) -> None:
    with pytest.raises(OverflowError):
        enc("label", number)


@given(LABELS, PARTS, LABELS, PARTS)
def test_two_inputs_never_share_an_encoding(
    label: str, parts: list[Part], other_label: str, other_parts: list[Part]
) -> None:
    same = (label, parts) == (other_label, other_parts)
    assert (enc(label, *parts) == enc(other_label, *other_parts)) is same


@given(LABELS, PARTS)
def test_parts_come_back_as_they_were(label: str, parts: list[bytes]) -> None:
    assert parts_of(enc(label, *parts)) == (label.encode(), *parts)


@given(LABELS, PARTS, st.data())
def test_a_cut_encoding_is_refused_or_has_fewer_parts(
    label: str, parts: list[bytes], data: st.DataObject
) -> None:
    whole = enc(label, *parts)
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    with suppress(ValueError):
        assert len(parts_of(cut)) < 1 + len(parts)


def test_rfc_8785_escapes_only_what_it_must() -> None:
    # RFC 8785, section 3.2.2, without its numbers, which are floats.
    given_text = '{"string": "\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"}'
    assert canonical_json(json.loads(given_text)) == (
        '{"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'.encode()
    )


def test_rfc_8785_sorts_names_by_utf_16() -> None:
    # RFC 8785, section 3.2.3.
    given_object = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\x80": "Control",
        "ö": "Latin Small Letter O With Diaeresis",
    }
    written = json.loads(canonical_json(given_object))
    assert list(written.values()) == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_rfc_8785_literals() -> None:
    assert canonical_json({"literals": [None, True, False]}) == b'{"literals":[null,true,false]}'


@given(JSON)
def test_canonical_json_says_what_it_was_given(value: object) -> None:
    try:
        data = canonical_json(value)
    except ValueError:
        return  # a lone surrogate
    assert json.loads(data) == value
    assert canonical_json(json.loads(data)) == data


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(st.characters(max_codepoint=127)), inner, max_size=6)
    ),
)


@given(PLAIN)
def test_the_quick_encoder_writes_what_the_reference_writes(value: Any) -> None:
    assert canonical_json(value) == rfc8785.dumps(value)


def test_every_character_is_written_as_the_reference_writes_it() -> None:
    for first in range(0, 0x110000, 0x100):
        text = "".join(chr(first + low) for low in range(0x100) if not 0xD800 <= first < 0xE000)
        assert canonical_json(text) == rfc8785.dumps(text)


class Word(StrEnum):
    ONE = "one"


def test_a_text_of_another_class_is_written_as_a_text() -> None:
    assert canonical_json([Word.ONE, {Word.ONE: Word.ONE}]) == b'["one",{"one":"one"}]'


@pytest.mark.parametrize(
    "value", [1.5, {"a": [0.0]}, 2**53, "\ud800", {"\udfff": 1}, object(), {1: 2}, b"bytes", {1, 2}]
)
def test_what_has_no_canonical_form_is_refused_unquoted(value: object) -> None:
    with pytest.raises(ValueError, match="canonical") as refusal:
        canonical_json({"text": value})
    assert refusal.value.__cause__ is None
    assert str(value) not in str(refusal.value)
