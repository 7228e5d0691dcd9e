import pickle

import pytest

from crypto.secret import SecretBytes


def test_a_secret_is_not_shown() -> None:
    secret = SecretBytes(b"correct horse")
    assert "horse" not in f"{secret!r} {secret}"


def test_a_secret_is_revealed_as_it_was() -> None:
    assert SecretBytes(b"abc").reveal() == b"abc"
    assert len(SecretBytes(b"abc")) == 3


def test_secrets_compare_by_content_and_with_nothing_else() -> None:
    assert SecretBytes(b"abc") == SecretBytes(b"abc")
    assert SecretBytes(b"abc") != SecretBytes(b"abd")
    assert SecretBytes(b"abc") != SecretBytes(b"ab")
    assert SecretBytes(b"abc") != b"abc"


def test_a_wiped_secret_is_overwritten_and_empty() -> None:
    secret = SecretBytes(b"abc")
    secret.wipe()
    secret.wipe()
    assert secret.reveal() == b""


def test_a_secret_is_wiped_at_the_end_of_its_block() -> None:
    with SecretBytes(b"abc") as secret:
        assert secret.reveal() == b"abc"
    assert secret.reveal() == b""


def test_a_secret_is_neither_pickled_nor_hashed() -> None:
    secret = SecretBytes(b"abc")
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        hash(secret)
