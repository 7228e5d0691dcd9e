"""Headers that no app wrote: a real one with anything changed, its checksum made right or not."""

import hashlib
import json
from collections.abc import Callable
from random import Random
from typing import Any, cast

from crypto.encoding import canonical_json

MAGIC = b"UNDERROSE-VAULT 1"
NUMBERS = (0, 1, -1, 2**31, 2**32, 2**53, 2**63, 2**64, 10**40, 0.5, 1e308)
TEXTS = ("", "\0", "x" * 20_000, "../vault-1.db", "\ud800", "é" * 5000, "9" * 5000, "vault-2.db")
TOKENS = (b"{", b"}", b"[", b"]", b'"', b":", b",", b"\n", b"\0", b"\xff\xfe", b"\\u0000", b"1e9")


def framed(fields: bytes, chance: Random) -> bytes:
    """A header with this JSON, whose checksum is right."""
    summed = MAGIC + b"\n" + fields + b"\n"
    sum_ = hashlib.sha256(summed).hexdigest().encode()
    return summed + b"sha256:" + sum_ + b"\nhmac:" + chance.randbytes(32).hex().encode() + b"\n"


def malformed(whole: bytes, chance: Random) -> bytes:
    """A header made of `whole`, which is a real one."""
    fields = whole.split(b"\n")[1]
    make = chance.choice(_MAKERS)
    return make(whole, fields, chance)


def _bytes_changed(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 5, 40))):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(6):
            case 0 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at:at] = chance.choice(TOKENS)
            case 2:
                del changed[at : at + chance.randint(1, 30)]
            case 3:
                changed[at:at] = changed[at : at + chance.randint(1, 300)]
            case 4:
                changed[at:at] = chance.randbytes(chance.randint(1, 30))
            case _:
                del changed[at + chance.randint(0, 2000) :]
    return bytes(changed)


def _frame_changed(whole: bytes, fields: bytes, chance: Random) -> bytes:
    return _bytes_changed(whole, chance)


def _spelling_changed(whole: bytes, fields: bytes, chance: Random) -> bytes:
    return framed(_bytes_changed(fields, chance), chance)


def _values_changed(whole: bytes, fields: bytes, chance: Random) -> bytes:
    content: Any = json.loads(fields)
    for _ in range(chance.choice((1, 1, 2, 4))):
        places = list(_places(content))
        node, key = chance.choice(places)
        match chance.randrange(4):
            case 0:
                node[key] = _any_value(chance)
            case 1:
                other, place = chance.choice(places)
                node[key] = json.loads(json.dumps(other[place]))
            case 2 if isinstance(node, dict):
                cast(dict[str, Any], node)[chance.choice((*TEXTS[:2], "more"))] = _any_value(chance)
            case _:
                del node[key]
        if not list(_places(content)):
            break
    return framed(_spelled(content), chance)


def _slots_multiplied(whole: bytes, fields: bytes, chance: Random) -> bytes:
    content: dict[str, Any] = json.loads(fields)
    content["slots"] *= chance.choice((0, 2, 6, 7, 100, 2000))
    return framed(canonical_json(content), chance)


def _of_a_later_format(whole: bytes, fields: bytes, chance: Random) -> bytes:
    content: dict[str, Any] = json.loads(fields)
    content["format"] = content["min_reader"] = chance.choice((2, 3, 10**6))
    return framed(_bytes_changed(canonical_json(content), chance), chance)


def _nested(whole: bytes, fields: bytes, chance: Random) -> bytes:
    deep = chance.choice((10, 1000, 8000, 100_000))
    opening, closing = chance.choice(((b"[", b"]"), (b'{"a":', b"}")))
    inner = opening * deep + b"1" + closing * deep
    return framed(b'{"slots":' + inner + b"}", chance)


def _endless(whole: bytes, fields: bytes, chance: Random) -> bytes:
    size = chance.choice((20_000, 200_000, 2_000_000))
    return chance.choice(
        (
            lambda: whole + b"\n" * size,
            lambda: framed(b"{" + b" " * size + b"}", chance),
            lambda: framed(b'{"epoch":' + b"9" * size + b"}", chance),
            lambda: chance.randbytes(size),
            lambda: MAGIC + b"\n" + b"{" * size,
        )
    )()


_MAKERS: tuple[Callable[[bytes, bytes, Random], bytes], ...] = (
    *[_frame_changed] * 12,
    *[_spelling_changed] * 12,
    *[_values_changed] * 20,
    *[_slots_multiplied] * 2,
    *[_of_a_later_format] * 2,
    _nested,
    _endless,
)


def _any_value(chance: Random) -> object:
    values: list[Any] = [*NUMBERS, *TEXTS, None, True, [], {}, [[]], {"a": {}}]
    return chance.choice([*values, chance.getrandbits(60)])


def _places(node: dict[Any, Any] | list[Any]) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        inner: Any = node[key]
        found.append((node, key))
        if isinstance(inner, dict | list):
            found += _places(cast(list[Any], inner))
    return found


def _spelled(content: object) -> bytes:
    try:
        return canonical_json(cast(dict[str, Any], content))
    except Exception:  # noqa: BLE001  what RFC 8785 cannot spell is spelled some other way
        return json.dumps(content, separators=(",", ":"), sort_keys=True).encode()
