"""Values that no field of a header may have, for `malformed_headers`."""

from collections.abc import Callable, Mapping
from typing import Any

Change = Callable[[dict[str, Any]], object]

_OTHER_ID = "00000000-0000-0000-0000-000000000009"


def top(**values: object) -> Change:
    return lambda fields: fields.update(values)


def slot(number: int, **values: object) -> Change:
    return lambda fields: fields["slots"][number]["descriptor"].update(values)


def kdf(**values: object) -> Change:
    return lambda fields: fields["slots"][0]["descriptor"]["kdf"].update(values)


def wrap(**values: object) -> Change:
    return lambda fields: fields["slots"][0]["wrap"].update(values)


def again(number: int) -> Change:
    """Another slot of the same kind."""

    def change(fields: dict[str, Any]) -> None:
        each = fields["slots"][number]
        descriptor = each["descriptor"] | {"slot_id": _OTHER_ID}
        fields["slots"].append({"descriptor": descriptor, "wrap": each["wrap"]})

    return change


def many(count: int) -> Change:
    """That many more slots, each with an id of its own."""

    def change(fields: dict[str, Any]) -> None:
        each = fields["slots"][1]
        for number in range(10, 10 + count):
            slot_id = f"00000000-0000-0000-0000-0000000000{number}"
            descriptor = each["descriptor"] | {"slot_id": slot_id}
            fields["slots"].append({"descriptor": descriptor, "wrap": each["wrap"]})

    return change


VALUES: Mapping[str, Change] = {
    "an unknown field": top(colour="red"),
    "an unknown field without a name": lambda fields: fields.update({"": 1}),
    "a field that is almost one": top(Epoch=2),
    "format zero": top(format=0),
    "format below its reader": top(format=1, min_reader=1, epoch=0),
    "a negative format": top(format=-1),
    "a counter beyond 2**53": top(header_seq=2**53),
    "a counter beyond 2**64": top(header_seq=2**64),
    "a negative counter": top(header_seq=-1),
    "a counter of zero": top(header_seq=0),
    "epoch zero": top(epoch=0),
    "a reader of zero": top(min_reader=0),
    "a short vault id": top(vault_id="b2c60a37"),
    "an upper-case vault id": top(vault_id="B2C60A37-3C9A-4F0B-A52C-0D5D4F0B6C11"),
    "a vault id in braces": top(vault_id="{b2c60a37-3c9a-4f0b-a52c-0d5d4f0b6c11}"),
    "a vault id without hyphens": top(vault_id="b2c60a373c9a4f0ba52c0d5d4f0b6c11"),
    "an empty name": top(name=""),
    "a blank name": top(name="  "),
    "a name of 101 letters": top(name="n" * 101),
    "a name with a NUL": top(name="a\0b"),
    "a name with a line end": top(name="a\nb"),
    "a name with a tab": top(name="a\tb"),
    "a name with an escape": top(name="a\x1b[31m"),
    "a name with a line separator": top(name="a\u2028b"),
    "a name with a paragraph separator": top(name="a\u2029b"),
    "an unknown suite": top(suite="rot13"),
    "an empty suite": top(suite=""),
    "a suite with more": top(suite="argon2id.hkdf-sha256.aes-256-gcm-siv.sqlcipher-4x"),
    "local time": top(created_at="2026-11-23T09:30:00"),
    "a written offset": top(created_at="2026-11-23T09:30:00+00:00"),
    "another zone": top(created_at="2026-11-23T10:30:00+01:00"),
    "a fraction of a second": top(created_at="2026-11-23T09:30:00.5Z"),
    "no such day": top(created_at="2026-02-30T09:30:00Z"),
    "no such hour": top(created_at="2026-11-23T24:00:00Z"),
    "a date alone": top(created_at="2026-11-23"),
    "a lower-case instant": top(created_at="2026-11-23t09:30:00z"),
    "a path to the database": top(db_file="../vault-7.db"),
    "an absolute database": top(db_file="/vault-7.db"),
    "a database of another name": top(db_file="vault-7.sqlite"),
    "a line end after the database": top(db_file="vault-7.db\n"),
    "database zero": top(db_file="vault-0.db", seal_file="seal-0"),
    "a database with a leading zero": top(db_file="vault-07.db", seal_file="seal-07"),
    "a database of ten digits": top(db_file="vault-1000000000.db", seal_file="seal-1000000000"),
    "a database of other digits": top(db_file="vault-\u0667.db", seal_file="seal-\u0667"),
    "the seal of another database": top(seal_file="seal-8"),
    "a path to the seal": top(seal_file="/etc/seal-7"),
    "a line end after the seal": top(seal_file="seal-7\n"),
    "a short database salt": top(db_salt="AAAA"),
    "a long database salt": top(db_salt="A" * 24),
    "a salt that is not base64": top(db_salt="*" * 24),
    "a salt with loose bits": top(db_salt="AAAAAAAAAAAAAAAAAAAAAB=="),
    "a salt without padding": top(db_salt="A" * 22),
    "a salt in base64url": top(db_salt="____________________AA=="[:24]),
    "a salt with a line end": top(db_salt="ZGRkZGRkZGRkZGRkZGRkZA==\n"),
    "no slots": top(slots=[]),
    "no recovery slot": lambda fields: fields["slots"].pop(),
    "two recovery slots": again(2),
    "two passphrase slots": again(0),
    "one slot twice": lambda fields: fields["slots"].append(fields["slots"][1]),
    "thirteen slots": many(10),
    "thirty slots": many(27),
    "a slot that is a text": lambda fields: fields["slots"].insert(0, "slot"),
    "an unknown kind": slot(0, kind="fingerprint"),
    "a kind in capitals": slot(0, kind="PASSPHRASE"),
    "the kind of other fields": slot(0, kind="recovery"),
    "an unknown field of a slot": slot(0, note="x"),
    "a field of another kind": slot(0, store="GNOME Keyring"),
    "a short slot id": slot(0, slot_id="1"),
    "an upper-case slot id": slot(0, slot_id="0000000A-0000-0000-0000-000000000001"),
    "a store without a name": slot(1, store=""),
    "a store's name of 61 letters": slot(1, store="n" * 61),
    "kit zero": slot(2, kit_number=0),
    "a negative kit": slot(2, kit_number=-3),
    "kit 2**32": slot(2, kit_number=2**32),
    "a kit's date with a time": slot(2, kit_made_on="2026-11-23T00:00:00Z"),
    "a kit's date of another form": slot(2, kit_made_on="20261123"),
    "a kit's date that is none": slot(2, kit_made_on="2026-13-01"),
    "no memory": kdf(memory_kib=0),
    "memory of 2**32": kdf(memory_kib=2**32),
    "negative memory": kdf(memory_kib=-1),
    "no passes": kdf(iterations=0),
    "no lanes": kdf(lanes=0),
    "lanes of 2**32": kdf(lanes=2**32),
    "a short derivation salt": kdf(salt="AAAA"),
    "a long derivation salt": kdf(salt="A" * 24),
    "an unknown field of a derivation": kdf(version=19),
    "a short wrap salt": wrap(salt="AAAA"),
    "a long wrap salt": wrap(salt="A" * 48),
    "a short commitment": wrap(commitment="AAAA"),
    "an empty commitment": wrap(commitment=""),
    "a long nonce": wrap(nonce="A" * 24),
    "a short ciphertext": wrap(ciphertext="A" * 32),
    "a ciphertext without its tag": wrap(ciphertext="dHR0" * 10 + "dHQ="),
    "an unknown field of a wrap": wrap(extra="AAAA"),
}
FOR_LATER_READERS: Mapping[str, Change] = {
    "for a later reader": top(format=2, min_reader=2),
    "for a later reader, with more": top(format=9, min_reader=2, colour="red"),
    "for a later reader, with another suite": top(format=2, min_reader=2, suite="later"),
}
