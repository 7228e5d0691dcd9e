from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from uuid import UUID

import pytest
from msgspec import structs

from crypto.backup.header import (
    BLOCK_BYTES,
    BackupHeader,
    begun_header,
    parse,
    render,
)
from crypto.backup.slots import wrap_slots
from crypto.errors import BackupDamaged, BackupError, BackupTooNew
from crypto.primitives.kdf import TEST_ONLY_COST
from crypto.secret import SecretBytes
from tests.support import malformed_backups
from tests.support.malformed_backups import Malformed

KEY, ROOT = SecretBytes(b"k" * 32), SecretBytes(b"r" * 32)
VAULT, BACKUP = UUID(int=1), UUID(int=2)
NOW = datetime(2026, 11, 23, 10, 30, 15, 250_000, tzinfo=timezone(timedelta(hours=1)))
MALFORMED = malformed_backups.malformed()
TELLING: dict[str, type[BackupError]] = {
    "BackupDamaged": BackupDamaged,
    "BackupTooNew": BackupTooNew,
}


def header(name: str = "Room 4", passphrase: str | None = None) -> BackupHeader:
    slots = wrap_slots(KEY, VAULT, BACKUP, ROOT, 3, date(2026, 11, 23), passphrase, TEST_ONLY_COST)
    return begun_header(
        backup_id=BACKUP, vault_id=VAULT, name=name, made_at=NOW, db_bytes=8192, slots=slots
    )  # fmt: skip


def test_what_was_written_is_read() -> None:
    written = render(header(passphrase="a box of old letters"), KEY)
    assert len(written.data) == BLOCK_BYTES
    assert parse(written.data) == written
    assert written.header.made_at == datetime(2026, 11, 23, 9, 30, 15, tzinfo=UTC)
    assert (written.header.kit_number, written.header.kit_made_on) == (3, date(2026, 11, 23))
    assert written.header.has_passphrase
    assert not header().has_passphrase


def test_the_longest_name_and_both_slots_fit_a_block() -> None:
    longest = "\N{MUSICAL SYMBOL G CLEF}" * 100
    written = render(header(longest, passphrase="a box of old letters"), KEY)
    assert len(written.data) == BLOCK_BYTES
    assert parse(written.data).header.name == longest


def test_the_key_and_it_alone_has_written_it() -> None:
    written = render(header(), KEY)
    assert written.is_written_with(KEY)
    assert not written.is_written_with(ROOT)
    other = bytearray(written.data)
    other[written.data.index(b"hmac:") + 5] ^= 1
    assert not replace(written, data=bytes(other)).is_written_with(KEY)


@pytest.mark.parametrize("place", range(0, BLOCK_BYTES, 41))
def test_a_bit_that_flips_is_told_or_the_key_has_not_written_it(place: int) -> None:
    data = bytearray(render(header(), KEY).data)
    data[place] ^= 4
    try:
        written = parse(bytes(data))
    except (BackupDamaged, BackupTooNew):
        return
    assert not written.is_written_with(KEY)


@pytest.mark.parametrize("name", ["", "a\nb", "n" * 101])
def test_a_header_that_no_reader_takes_is_not_written(name: str) -> None:
    with pytest.raises((ValueError, BackupDamaged)):
        render(header(name), KEY)


def test_what_is_not_counted_yet_is_not_taken_for_a_database() -> None:
    begun = header()
    assert begun.db_sha256 == bytes(32)
    assert parse(render(structs.replace(begun, db_sha256=b"h" * 32), KEY).data)


@pytest.mark.parametrize("each", MALFORMED.values(), ids=MALFORMED)
def test_what_the_app_does_not_write_is_refused(each: Malformed) -> None:
    with pytest.raises(TELLING[each.told]) as told:
        parse(each.data)
    assert type(told.value) is TELLING[each.told]


def test_there_are_many_of_them() -> None:
    assert len(MALFORMED) > 320


def test_the_whole_one_that_they_are_made_of_is_read() -> None:
    assert parse(malformed_backups.whole()).header.name == "Room 4"
    for data in malformed_backups.edited().values():
        assert not parse(data).is_written_with(KEY)


def test_whatever_is_in_a_block_it_is_read_or_told() -> None:
    chance = Random(4)
    lines = render(header(passphrase="a box of old letters"), KEY).data.split(b"\n")
    told = 0
    for _ in range(3000):
        line = bytearray(lines[1])
        for _ in range(chance.randrange(1, 4)):
            match chance.randrange(3):
                case 0:
                    line[chance.randrange(len(line))] = chance.randrange(256)
                case 1:
                    del line[chance.randrange(len(line))]
                case _:
                    line.insert(chance.randrange(len(line)), chance.randrange(32, 127))
        block = malformed_backups.framed(bytes(line).replace(b"\n", b" "))
        try:
            parse(block)
        except (BackupDamaged, BackupTooNew):
            told += 1
    assert told > 2500  # the others are names, hashes and ids that the HMAC tells
