import pytest
from msgspec import Struct

from crypto.errors import CryptoError
from crypto.secret import SecretBytes
from crypto.vault.frame import BrokenFrame, Frame, LaterFormat, StrangeFields, has_mac

KEY = SecretBytes(b"k" * 32)
FRAME = Frame("SOMETHING", 2, 100)


class Fields(Struct, frozen=True, forbid_unknown_fields=True):
    min_reader: int
    text: str


def test_what_was_written_is_read() -> None:
    fields = Fields(2, "Anna’s room")
    data = FRAME.render(fields, KEY)
    assert FRAME.read(data, Fields) == fields
    assert has_mac(data, KEY)
    assert not has_mac(data, SecretBytes(b"l" * 32))


def test_the_magic_line_says_what_it_is_and_of_which_format() -> None:
    assert FRAME.render(Fields(1, ""), KEY).startswith(b'SOMETHING 2\n{"min_reader":1,')


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"SOMETHING 3\nwhatever", LaterFormat),
        (b"SOMETHING 02\n{}", BrokenFrame),
        (b"", BrokenFrame),
        (FRAME.render(Fields(1, "a"), KEY)[:-1], BrokenFrame),
        (FRAME.render(Fields(1, "a"), KEY).replace(b'"a"', b'"b"'), BrokenFrame),
        (FRAME.render(Fields(3, "a"), KEY), LaterFormat),
        (FRAME.render(Fields(1, "n" * 90), KEY), StrangeFields),
        (FRAME.render(Fields(1, "n" * 400), KEY), BrokenFrame),
        (FRAME.render(Fields(1, "a"), KEY) + b"\n", BrokenFrame),
    ],
)
def test_what_it_does_not_write_is_refused(data: bytes, told: type[CryptoError]) -> None:
    with pytest.raises(told):
        FRAME.read(data, Fields)


def test_other_fields_are_refused() -> None:
    class Others(Struct, frozen=True):
        min_reader: int
        text: str
        more: int

    with pytest.raises(StrangeFields):
        FRAME.read(FRAME.render(Others(1, "a", 1), KEY), Fields)
