"""Well-formed backups of a vault whose database was changed before it was sealed in.

Whoever makes one has the words: what is told of it cannot rest on hashes and MACs.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.storage import meta
from app.storage.transaction import Reader
from app.workspace import Workspace
from crypto.backup.header import BackupHeader, begun_header, render
from crypto.backup.slots import wrap_slots
from crypto.backup.stage import stage
from crypto.primitives.kdf import TEST_ONLY_COST
from crypto.secret import SecretBytes
from crypto.slots.recovery import RecoverySlot
from crypto.vault.backup_root import backup_root
from crypto.vault.connection import VaultConnection
from crypto.vault.seal import SealState

Words = tuple[str, ...]
Change = Callable[[VaultConnection], object]
ChangeHeader = Callable[[BackupHeader], BackupHeader]


def nothing(_: VaultConnection) -> None: ...


def untold(_done: int, _total: int) -> None: ...


def make_backup(
    workspace: Workspace,
    words: Words,
    target: Path,
    change: Change = nothing,
    *,
    passphrase: str | None = None,
    change_header: ChangeHeader = lambda header: header,
) -> Path:
    """Puts a backup of an open vault at `target`; `change` does to its database what it likes."""
    vault = workspace._vault

    def strip(connection: VaultConnection) -> SealState:
        connection.execute("DELETE FROM backup_roots")
        state = meta.state(Reader(connection))
        change(connection)
        return state

    staged = stage(vault, strip, untold)
    kit = next(each for each in vault.descriptors if isinstance(each, RecoverySlot))
    with backup_root(words, vault.vault_id, kit.kit_number) as root:
        slots = wrap_slots(
            staged.key,
            vault.vault_id,
            staged.backup_id,
            root,
            kit.kit_number,
            kit.kit_made_on,
            passphrase,
            TEST_ONLY_COST,
        )
    database = staged.path.read_bytes()
    header = begun_header(
        backup_id=staged.backup_id,
        vault_id=vault.vault_id,
        name=vault.name,
        made_at=workspace.backups._clock.now().utc,
        db_bytes=len(database),
        slots=slots,
    )
    sealed = change_header(
        msgspec.structs.replace(header, db_sha256=hashlib.sha256(database).digest())
    )
    target.write_bytes(database + 2 * render(sealed, _kept(staged.key)).data)
    staged.discard()
    return target


def _kept(key: SecretBytes) -> SecretBytes:
    return SecretBytes(key.reveal())


def running(*statements: str) -> Change:
    """A change that runs these, one after the other, in one transaction."""

    def change(connection: VaultConnection) -> None:
        connection.begin()
        for statement in statements:
            connection.execute(statement)
        connection.commit()

    return change


def rewriting_schema(*statements: str) -> Change:
    """The same to the schema itself, whose text need not mean anything then."""

    def change(connection: VaultConnection) -> None:
        connection.execute("PRAGMA writable_schema = ON")
        running(*statements)(connection)

    return change


def ignoring_checks(*statements: str) -> Change:
    """The same with what the tables' own rules refuse."""

    def change(connection: VaultConnection) -> None:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        running(*statements)(connection)

    return change


def setting(pragma: str) -> Change:
    """A change of a number in the database's own header."""
    return lambda connection: connection.execute(f"PRAGMA {pragma}")


def past(triggers: tuple[str, ...], *statements: str) -> Change:
    """A change that triggers of ours forbid, which stand there again afterwards."""

    def change(connection: VaultConnection) -> None:
        texts = [_text_of(connection, trigger) for trigger in triggers]
        dropped = [f"DROP TRIGGER {trigger}" for trigger in triggers]
        connection.execute("PRAGMA foreign_keys = OFF")
        running(*dropped, *statements, *texts)(connection)

    return change


def with_an_empty_index(connection: VaultConnection) -> None:
    """An index that claims to hold every row of its table, and holds none."""
    text = _text_of(connection, _INDEX)
    running(f"DROP INDEX {_INDEX}", f"{text} WHERE 0")(connection)
    rewriting_schema(
        f"UPDATE sqlite_schema SET sql = replace(sql, ' WHERE 0', '') WHERE name = '{_INDEX}'"
    )(connection)


def _text_of(connection: VaultConnection, name: str) -> str:
    ((text,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,))
    return str(text)


def many_tables(connection: VaultConnection) -> None:
    """A schema that takes long to read, for whoever reads it whole."""
    connection.begin()
    for number in range(2_000):
        connection.execute(f"CREATE TABLE t{number} (a, b, c, d, e, f, g, h)")
    connection.commit()


_INDEX = "ledger_rows_by_subject"
_HIDDEN_TRIGGER = (
    "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)"
    " VALUES ('trigger', 't', 'clients', 0, '{sql}')"
)

HOSTILE: dict[str, Change] = {
    "a trigger more": running(
        "CREATE TRIGGER t AFTER INSERT ON clients BEGIN DELETE FROM session_notes; END"
    ),
    "a view more": running("CREATE VIEW v AS SELECT name FROM clients"),
    "a view that loads a library": running("CREATE VIEW v AS SELECT load_extension('x')"),
    "a view in a table's place": running(
        "PRAGMA legacy_alter_table = ON",
        "ALTER TABLE clients RENAME TO kept",
        "CREATE VIEW clients AS SELECT * FROM kept",
    ),
    "a table more": running("CREATE TABLE more (a)"),
    "a search table more": running("CREATE VIRTUAL TABLE more USING fts5(a)"),
    "an index more": running("CREATE INDEX more ON clients (name)"),
    "statistics": running("ANALYZE"),
    "a column more": running("ALTER TABLE clients ADD COLUMN more TEXT"),
    "a generated column": running(
        "ALTER TABLE clients ADD COLUMN more TEXT GENERATED ALWAYS AS (name || name) VIRTUAL"
    ),
    "a table less": running("DROP TABLE disclosures"),
    "a trigger less": running("DROP TRIGGER consent_events_no_delete"),
    "a rule less": rewriting_schema(
        "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'clients'"
    ),
    "a trigger that attaches": rewriting_schema(
        _HIDDEN_TRIGGER.format(
            sql="CREATE TRIGGER t AFTER INSERT ON clients BEGIN ATTACH ''/tmp/x'' AS x; END"
        )
    ),
    "a schema of nonsense": rewriting_schema(_HIDDEN_TRIGGER.format(sql="CREATE TRIGGER (((")),
    "two tables in one": rewriting_schema(
        "UPDATE sqlite_schema SET rootpage ="
        " (SELECT rootpage FROM sqlite_schema WHERE name = 'sessions') WHERE name = 'clients'"
    ),
    "an index that lies": with_an_empty_index,
    "a huge schema": many_tables,
    "a huge name": running(f'CREATE TABLE "{"x" * 500_000}" (a)'),
    "no version": setting("user_version = 0"),
    "a version below none": setting("user_version = -1"),
    "an older version than it is": setting("user_version = 3"),
    "another program's database": setting("application_id = 1"),
    "a row that is not its entry's": running("UPDATE clients SET needs = 'something else'"),
    "a row less": past(("clients_no_delete",), "DELETE FROM clients WHERE name = 'Bo'"),
    "a row nested deeper than any": running(
        f"UPDATE purposes SET template = replace(template, '{{', '{{\"x\":{'[' * 996}{']' * 996},')"
    ),
    "an entry less": past(
        ("ledger_rows_no_delete",), "DELETE FROM ledger_rows WHERE generation = 2"
    ),
    "a link less": past(
        ("ledger_chain_no_delete", "ledger_rows_no_delete"),
        "DELETE FROM ledger_rows WHERE generation = 3",
        "DELETE FROM ledger_chain WHERE generation = 3",
    ),
    "a link that doesn't follow": past(
        ("ledger_chain_no_update",),
        "UPDATE ledger_chain SET head = zeroblob(32) WHERE generation = 3",
    ),
    "an erasure that runs": running(
        "INSERT INTO erasure_running SELECT id FROM clients WHERE name = 'Bo'"
    ),
    "a second count of writes": ignoring_checks(
        "INSERT INTO meta (one, write_no, drafts_sha256) SELECT 2, 99, drafts_sha256 FROM meta"
    ),
    "a root of somebody else's": running(
        "INSERT INTO backup_roots (kit_number, root) VALUES (2, zeroblob(32))"
    ),
    "a draft that is none": running("UPDATE meta SET drafts_sha256 = zeroblob(32)"),
}
