"""The Recovery Kit: 24 words on paper, and the slot that they open without any other secret.

BIP-39, English list: 32 random bytes and 8 bits of checksum, 11 bits a word.
"""

import difflib
import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Annotated, ClassVar
from uuid import UUID, uuid4

from mnemonic import Mnemonic
from msgspec import Meta

from crypto.errors import HeaderTampered, RecoveryChecksum, RecoveryWordUnknown, RecoveryWrong
from crypto.primitives.kdf import CostRange
from crypto.secret import SecretBytes
from crypto.slots.slot import Candidate, Descriptor, Enrolment, SlotKind

WORD_COUNT = 24
ENTROPY_BYTES = 32
_BITS_A_WORD = 11
_CHECKSUM_BITS = 8


class RecoverySlot(Descriptor, frozen=True, tag=SlotKind.RECOVERY.value):
    """Descriptor of the recovery slot; the kit's number and date are printed on the kit too."""

    kind: ClassVar[SlotKind] = SlotKind.RECOVERY

    kit_number: Annotated[int, Meta(ge=1, le=2**32 - 1)]
    kit_made_on: date


@dataclass(frozen=True)
class RecoveryWay:
    """Opens with the 24 words."""

    words: tuple[str, ...] = field(repr=False)

    def choose(
        self, descriptors: Sequence[Descriptor], vault_id: UUID, costs: CostRange
    ) -> Candidate:
        """The vault's recovery slot; raises RecoveryWordUnknown and RecoveryChecksum."""
        del vault_id, costs
        entropy = entropy_of(self.words)
        for descriptor in descriptors:
            if isinstance(descriptor, RecoverySlot):
                wrong = RecoveryWrong(descriptor.kit_number, descriptor.kit_made_on)
                return Candidate(descriptor.slot_id, entropy, wrong)
        raise HeaderTampered  # every header has one


@dataclass(frozen=True)
class NewKit:
    """A recovery kit that was just made: its words exist here and on the paper only."""

    words: tuple[str, ...] = field(repr=False)
    enrolment: Enrolment = field(repr=False)


def new_kit(kit_number: int, made_on: date) -> NewKit:
    """Fresh words, and the slot that they will open."""
    entropy = SecretBytes(secrets.token_bytes(ENTROPY_BYTES))
    return NewKit(words_of(entropy), _enrolment(entropy, kit_number, made_on))


def kit_again(words: Sequence[str], kit_number: int, made_on: date) -> Enrolment:
    """A new slot for the words of a kit that is on paper; raises what `entropy_of` raises."""
    return _enrolment(entropy_of(words), kit_number, made_on)


def _enrolment(entropy: SecretBytes, kit_number: int, made_on: date) -> Enrolment:
    return Enrolment(RecoverySlot(uuid4(), kit_number, made_on), entropy)


def words_of(entropy: SecretBytes) -> tuple[str, ...]:
    """The words that stand for 32 bytes."""
    return tuple(_mnemonic().to_mnemonic(entropy.reveal()).split())


def entropy_of(words: Sequence[str]) -> SecretBytes:
    """The 32 bytes that 24 words stand for: the entropy itself, not the BIP-39 seed.

    Raises RecoveryWordUnknown for the first word that is not in the list, RecoveryChecksum when
    they are not 24 or do not fit together.
    """
    entropy = _checked(_indices(words))
    if entropy is None:
        raise RecoveryChecksum(len(words))
    return SecretBytes(entropy)


def parse_words(text: str) -> tuple[str, ...]:
    """The words of a text as typed or pasted; raises what `entropy_of` raises."""
    words = split_words(text)
    entropy_of(words).wipe()
    return words


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text, unchecked: any spaces between them, any case."""
    return tuple(text.lower().split())


def suggest(word: str) -> str | None:
    """The word of the list that somebody most likely meant, if any is near."""
    near = difflib.get_close_matches(word.lower(), _mnemonic().wordlist, n=1)
    return near[0] if near else None


def complete(prefix: str) -> tuple[str, ...]:
    """The words that begin like this, in the list's order; four letters always leave one."""
    start = prefix.lower()
    return tuple(word for word in _mnemonic().wordlist if word.startswith(start))


def repairs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every kit that is one slip away: two neighbours swapped, or a single word replaced.

    Only those whose checksum fits, about 190; the vault's own slot tells which one it is.
    Raises RecoveryWordUnknown; yields nothing when the words are not 24.
    """
    wordlist = _mnemonic().wordlist
    for indices in _one_slip_away(_indices(words), len(wordlist)):
        if _checked(indices) is not None:
            yield tuple(wordlist[index] for index in indices)


def _one_slip_away(indices: list[int], list_length: int) -> Iterator[list[int]]:
    for place in range(len(indices) - 1):
        left, right = indices[place : place + 2]
        if left != right:
            yield [*indices[:place], right, left, *indices[place + 2 :]]
    for place, index in enumerate(indices):
        for other in range(list_length):
            if other != index:
                yield [*indices[:place], other, *indices[place + 1 :]]


def _indices(words: Sequence[str]) -> list[int]:
    place_of = {word: index for index, word in enumerate(_mnemonic().wordlist)}
    for position, word in enumerate(words, start=1):
        if word not in place_of:
            raise RecoveryWordUnknown(position, suggest(word))
    return [place_of[word] for word in words]


def _checked(indices: Sequence[int]) -> bytes | None:
    if len(indices) != WORD_COUNT:
        return None
    bits = 0
    for index in indices:
        bits = bits << _BITS_A_WORD | index
    entropy = (bits >> _CHECKSUM_BITS).to_bytes(ENTROPY_BYTES)
    return entropy if hashlib.sha256(entropy).digest()[0] == bits & 0xFF else None


@cache
def _mnemonic() -> Mnemonic:
    return Mnemonic("english")
