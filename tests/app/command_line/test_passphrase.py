"""A passphrase comes from a descriptor or from somebody who types it; words from the former."""

import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.command_line.passphrase import LONGEST, SecretUnreadable, read_line, read_passphrase


def told(data: bytes) -> int:
    """A descriptor that gives these bytes."""
    hears, says = os.pipe()
    os.write(says, data)
    os.close(says)
    return hears


@given(st.text(st.characters(exclude_characters="\n", codec="utf-8"), min_size=1, max_size=400))
def test_any_line_comes_through_as_it_is(passphrase: str) -> None:
    assert read_passphrase(told(passphrase.encode() + b"\nmore"), "") == passphrase
    assert read_passphrase(told(passphrase.encode()), "") == passphrase


@pytest.mark.parametrize("data", [b"", b"\n", b"caf\xe9", b"x" * (LONGEST + 1)])
def test_what_is_no_passphrase_is_refused(data: bytes) -> None:
    with pytest.raises(SecretUnreadable):
        read_passphrase(told(data), "")


@pytest.mark.parametrize("what", ["passphrase", "words"])
def test_a_refusal_says_what_is_missing(what: str) -> None:
    with pytest.raises(SecretUnreadable, match=f"gives no {what}"):
        read_line(told(b"\n"), what)


@pytest.mark.parametrize("descriptor", [999, -1, 2**40])
def test_a_descriptor_that_is_not_there_is_told(descriptor: int) -> None:
    with pytest.raises(SecretUnreadable, match="descriptor"):
        read_passphrase(descriptor, "")


def test_without_a_terminal_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    with pytest.raises(SecretUnreadable, match="--passphrase-fd"):
        read_passphrase(None, "Passphrase")


@pytest.mark.parametrize(("again", "same"), [("quiet orchard", True), ("quiet orchid", False)])
def test_a_new_one_is_typed_twice(
    monkeypatch: pytest.MonkeyPatch, *, again: str, same: bool
) -> None:
    typed = iter(["quiet orchard", again])

    def answer(_prompt: str) -> str:
        return next(typed)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", answer)
    if same:
        assert read_passphrase(None, "Passphrase", twice=True) == "quiet orchard"
    else:
        with pytest.raises(SecretUnreadable, match="differ"):
            read_passphrase(None, "Passphrase", twice=True)
