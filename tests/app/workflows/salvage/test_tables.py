"""Every table of a vault is in one list, so that a new one is not left behind unseen."""

from app.records.session_notes.record import DRAFT_KIND
from app.storage import migrate
from app.workflows.every_kind import VERIFIED
from app.workflows.salvage import tables
from app.workflows.salvage.stand_ins import MAKERS
from crypto.vault.connection import VaultConnection, open_scratch

# Of records that are lost with what they belong to: nothing can stand in for it.
GO_WITH_THEIR_PARENT = frozenset[str]()


def newest() -> VaultConnection:
    connection = open_scratch()
    migrate.migrate_to(connection, migrate.newest())
    return connection


def all_tables(connection: VaultConnection) -> list[tuple[str, bool]]:
    found = connection.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT GLOB 'sqlite_*'"
    )
    return [(str(name), bool(without_rowid)) for name, without_rowid in found]


def test_every_table_is_known() -> None:
    assert {name for name, _ in all_tables(newest())} == tables.all_known()


def test_every_table_has_rows_with_numbers_since_only_those_are_read() -> None:
    assert not any(without_rowid for _, without_rowid in all_tables(newest()))


def test_no_table_is_in_two_lists() -> None:
    several = {tables.DRAFTS, tables.SETTINGS, tables.META}
    assert not set(tables.of_records()) & (tables.LEDGER | tables.LEFT | several)
    assert not tables.LEDGER & tables.LEFT


def test_what_other_rows_need_has_a_stand_in() -> None:
    connection = newest()
    needed = {
        str(parent)
        for table in tables.of_records()
        for (parent,) in connection.execute(
            'SELECT "table" FROM pragma_foreign_key_list(?)', (table,)
        )
    }
    assert needed == set(MAKERS) | GO_WITH_THEIR_PARENT


def test_each_table_beside_a_record_is_in_what_vouches_for_it() -> None:
    families = {kind.family: kind for kind in VERIFIED}
    for table, family in tables.BESIDE.items():
        assert table in families[family].columns


def test_the_kind_of_a_note_that_is_not_final_is_the_one_that_sessions_are_made_for() -> None:
    assert DRAFT_KIND.startswith("session_note/")
