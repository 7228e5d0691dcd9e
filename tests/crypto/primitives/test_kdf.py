import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from crypto.primitives.kdf import (
    APP_COSTS,
    STANDARD_COST,
    TEST_ONLY_COST,
    TEST_ONLY_COSTS,
    Argon2Cost,
    argon2id,
    hkdf,
)

A_2 = (
    "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e"
    "590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"
)


def test_the_library_is_argon2id_of_rfc_9106() -> None:
    # RFC 9106, section 5.3; the only published vector uses a secret and associated data.
    tag = Argon2id(
        salt=b"\x02" * 16, length=32, iterations=3, lanes=4, memory_cost=32,
        ad=b"\x04" * 12, secret=b"\x03" * 8,
    ).derive(b"\x01" * 32)  # fmt: skip
    assert tag.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_argon2id_is_that_of_the_reference_implementation() -> None:
    # Version 0x13, t = 2, m = 64 MiB, p = 1, from the test suite of its authors.
    derived = argon2id(b"password", b"somesalt", Argon2Cost(65536, 2, 1))
    assert derived.reveal().hex() == (
        "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
    )


@pytest.mark.parametrize(
    ("secret", "salt", "info", "length", "okm"),
    [
        (  # RFC 5869, A.1
            "0b" * 22,
            "000102030405060708090a0b0c",
            "f0f1f2f3f4f5f6f7f8f9",
            42,
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        ),
        (  # A.2
            bytes(range(0x50)).hex(),
            bytes(range(0x60, 0xB0)).hex(),
            bytes(range(0xB0, 0x100)).hex(),
            82,
            A_2,
        ),
        (  # A.3
            "0b" * 22,
            "",
            "",
            42,
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
        ),
    ],
)
def test_hkdf_is_that_of_rfc_5869(secret: str, salt: str, info: str, length: int, okm: str) -> None:
    fromhex = bytes.fromhex
    assert hkdf(fromhex(secret), fromhex(salt), fromhex(info), length).hex() == okm


def test_the_standard_cost_is_one_that_the_app_accepts() -> None:
    assert Argon2Cost(memory_kib=262_144, iterations=3, lanes=4) == STANDARD_COST
    assert STANDARD_COST in APP_COSTS


def test_the_test_cost_is_refused_by_the_app() -> None:
    assert TEST_ONLY_COST not in APP_COSTS
    assert TEST_ONLY_COST in TEST_ONLY_COSTS


@pytest.mark.parametrize(
    "cost",
    [
        Argon2Cost(65_535, 3, 4),
        Argon2Cost(1_048_577, 3, 4),
        Argon2Cost(262_144, 0, 4),
        Argon2Cost(262_144, 11, 4),
        Argon2Cost(262_144, 3, 0),
        Argon2Cost(262_144, 3, 17),
    ],
)
def test_a_cost_outside_the_range_is_refused(cost: Argon2Cost) -> None:
    assert cost not in APP_COSTS


@pytest.mark.parametrize("cost", [Argon2Cost(65_536, 1, 1), Argon2Cost(1_048_576, 10, 16)])
def test_both_ends_of_the_range_are_accepted(cost: Argon2Cost) -> None:
    assert cost in APP_COSTS
