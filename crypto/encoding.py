"""The two encodings of the format: `enc` for what is hashed or bound, RFC 8785 for JSON."""

from collections.abc import Mapping, Sequence
from typing import Any, cast
from uuid import UUID

import msgspec
import rfc8785

Part = bytes | int | UUID | str

_LENGTH_BYTES = 4
_INTEGER_BYTES = 8
_LARGEST = 2**53 - 1  # that JSON of every language can hold


def enc(label: str, *parts: Part) -> bytes:
    """Length-prefixed encoding: u32be length and bytes, for the label and for each part.

    Integers are u64be (OverflowError outside of that), UUIDs 16 bytes, text UTF-8.
    """
    return b"".join(_prefixed(part) for part in (label, *parts))


def parts_of(data: bytes) -> tuple[bytes, ...]:
    """The inverse of `enc`, label included; raises ValueError for anything else."""
    parts: list[bytes] = []
    rest = memoryview(data)
    while rest:
        length = int.from_bytes(rest[:_LENGTH_BYTES])
        end = _LENGTH_BYTES + length
        if len(rest) < end:
            raise ValueError("cut off within a part")
        parts.append(bytes(rest[_LENGTH_BYTES:end]))
        rest = rest[end:]
    return tuple(parts)


def canonical_json(value: object) -> bytes:
    """RFC 8785 JSON; raises ValueError for floats, for integers beyond ±(2**53 - 1), for lone
    surrogates, and for anything that JSON does not have. The error never quotes the value.
    """
    try:
        if _is_plain(value):
            # The same bytes 20 times as fast; a vault is checked by writing all of it like this.
            return msgspec.json.encode(value, order="sorted")
        _refuse_floats(value)
        return rfc8785.dumps(cast(Any, value))  # its type is private; it checks what it is given
    except ValueError:
        raise ValueError("not representable as canonical JSON") from None


def _is_plain(value: object) -> bool:
    """Whether every encoder agrees on it. Names that are not ASCII have two orders."""
    kind = type(value)
    if value is None or kind is str or kind is bool:
        return True
    if kind is int:
        return -_LARGEST <= cast(int, value) <= _LARGEST
    if kind is list or kind is tuple:
        return all(map(_is_plain, cast(Sequence[object], value)))
    return kind is dict and all(
        type(name) is str and name.isascii() and _is_plain(inner)
        for name, inner in cast(Mapping[object, object], value).items()
    )


def _prefixed(part: Part) -> bytes:
    match part:
        case bytes():
            data = part
        case int():
            data = part.to_bytes(_INTEGER_BYTES)
        case UUID():
            data = part.bytes
        case str():
            data = part.encode()
    return len(data).to_bytes(_LENGTH_BYTES) + data


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise ValueError("floats have no place in canonical content")  # noqa: TRY004  one class for all
    if isinstance(value, Mapping):
        for inner in cast(Mapping[object, object], value).values():
            _refuse_floats(inner)
    elif isinstance(value, Sequence) and not isinstance(value, str | bytes):
        for inner in cast(Sequence[object], value):
            _refuse_floats(inner)
