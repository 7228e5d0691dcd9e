"""Key derivation: Argon2id (RFC 9106) for passphrases, HKDF-SHA256 (RFC 5869) for keys."""

from dataclasses import dataclass

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from crypto.secret import SecretBytes

KEY_BYTES = 32
ARGON2_SALT_BYTES = 16

_MIB = 1024  # in KiB, Argon2's own unit


@dataclass(frozen=True)
class Argon2Cost:
    """What one derivation costs: memory in KiB, passes over it, and parallel lanes."""

    memory_kib: int
    iterations: int
    lanes: int


@dataclass(frozen=True)
class CostRange:
    """The costs that a reader accepts; both ends belong to it."""

    lowest: Argon2Cost
    highest: Argon2Cost

    def __contains__(self, cost: Argon2Cost) -> bool:
        low, high = self.lowest, self.highest
        return (
            low.memory_kib <= cost.memory_kib <= high.memory_kib
            and low.iterations <= cost.iterations <= high.iterations
            and low.lanes <= cost.lanes <= high.lanes
        )


STANDARD_COST = Argon2Cost(memory_kib=256 * _MIB, iterations=3, lanes=4)
APP_COSTS = CostRange(Argon2Cost(64 * _MIB, 1, 1), Argon2Cost(1024 * _MIB, 10, 16))

# So cheap that it protects nothing. It lies outside APP_COSTS: the app refuses such a vault.
TEST_ONLY_COST = Argon2Cost(memory_kib=32, iterations=1, lanes=1)
TEST_ONLY_COSTS = CostRange(TEST_ONLY_COST, TEST_ONLY_COST)


def argon2id(secret: bytes, salt: bytes, cost: Argon2Cost) -> SecretBytes:
    """32 bytes of Argon2id version 1.3; releases the interpreter's lock while it works."""
    derivation = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return SecretBytes(derivation.derive(secret))


def hkdf(secret: bytes, salt: bytes, info: bytes, length: int = KEY_BYTES) -> bytes:
    """`length` bytes of HKDF-SHA256."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)
