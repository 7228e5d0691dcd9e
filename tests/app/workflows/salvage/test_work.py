"""The private database: rows as they were, and nothing of it left behind."""

from pathlib import Path

import pytest

from app.storage import migrate
from app.workflows.salvage.work import Reference, work_database

ID, OTHER = bytes(16), bytes(range(16))


def test_nothing_is_left_of_it(tmp_path: Path) -> None:
    path = tmp_path / "salvage.db"
    with work_database(path) as work:
        migrate.migrate(work.connection)
        assert path.exists()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_of_it_after_a_failure_either(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), work_database(tmp_path / "salvage.db"):
        _ = 1 // 0
    assert list(tmp_path.iterdir()) == []


def test_rows_need_not_fit_together(tmp_path: Path) -> None:
    with work_database(tmp_path / "salvage.db") as work:
        migrate.migrate(work.connection)
        assert work.put("sessions", 5, (ID, OTHER, 1, 10, "UTC", None, None))
        missing = work.without_parent("sessions", Reference("client_id", "clients"))
        assert [row["client_id"] for row in missing] == [OTHER]


def test_a_row_that_the_table_can_not_have_is_refused(tmp_path: Path) -> None:
    with work_database(tmp_path / "salvage.db") as work:
        migrate.migrate(work.connection)
        assert not work.put("sessions", 5, (ID, OTHER, 1, "yesterday", "UTC", None, None))
        assert not work.put("sessions", 5, (ID, OTHER, 0, 10, "UTC", None, None))
        assert not work.put("consents", 1, (ID, OTHER, ID, 7))
        assert not work.put("ledger_chain", 3, ("three", 10, bytes(32), bytes(32)))


def test_the_rows_own_number_stands_in_for_its_column(tmp_path: Path) -> None:
    with work_database(tmp_path / "salvage.db") as work:
        migrate.migrate(work.connection)
        assert work.put("ledger_chain", 3, (None, 10, bytes(32), bytes(32)))
        assert work.rows("SELECT generation FROM ledger_chain") == [(3,)]


def test_what_no_rule_would_let_go_is_let_go(tmp_path: Path) -> None:
    with work_database(tmp_path / "salvage.db") as work:
        migrate.migrate(work.connection)
        work.is_migrated()
        work.put("sessions", 5, (ID, OTHER, 1, 10, "UTC", None, None))
        work.drop("sessions", "id", ID)
        assert work.rows("SELECT * FROM sessions") == []
