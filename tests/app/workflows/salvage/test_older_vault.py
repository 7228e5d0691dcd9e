"""Vaults that earlier versions made, damaged page by page: saved as those of today are."""

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.storage import migrate
from app.workflows.salvage import tables
from app.workflows.salvage.report import Salvaged
from app.workspace import Workspace, open_workspace
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import Way
from crypto.vault.connection import Row
from crypto.vault.damaged import damaged_vault
from tests.support.damage import blank, flip, page_count, rows, save_from
from tests.support.fixed_clock import FixedClock
from tests.support.freeze_vault import PASSPHRASE, describe

VECTORS = Path(__file__).resolve().parents[3] / "vectors"
FROZEN = sorted(VECTORS.glob("vault-format-*"))
WAY = PassphraseWay(PASSPHRASE)
EVERYDAY = 7  # pages from one that is damaged to the next; a vault has some forty

Rows = dict[str, set[Row]]


class Older(NamedTuple):
    """A copy of a frozen vault, to be damaged, and what today's version makes of it whole."""

    vault: Path
    contents: dict[str, Any]
    rows: Rows


def rows_of(workspace: Workspace) -> Rows:
    return {table: rows(workspace, table) for table in (*tables.of_records(), tables.DRAFTS)}


@pytest.fixture(params=FROZEN, ids=lambda frozen: frozen.name)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Older:
    frozen: Path = request.param
    whole = shutil.copytree(frozen / "vault", tmp_path / "whole")
    workspace = open_workspace(whole, WAY, FixedClock())
    kept = rows_of(workspace)
    workspace.close()
    contents = json.loads((frozen / "contents.json").read_text(encoding="utf-8"))
    return Older(shutil.copytree(frozen / "vault", tmp_path / "Older.vault"), contents, kept)


def save(older: Older, into: Path, way: Way = WAY) -> tuple[Workspace, Salvaged]:
    source = damaged_vault(older.vault, way)
    try:
        return save_from(source, into)
    finally:
        source.close()


def test_whole_everything_comes_over_in_the_newest_version(older: Older, tmp_path: Path) -> None:
    workspace, report = save(older, tmp_path / "new")
    found = json.loads(json.dumps(describe(workspace)))
    assert rows_of(workspace) == older.rows
    assert migrate.version(workspace._vault.connection) == migrate.newest()
    workspace.close()
    assert report.is_whole
    assert found == {key: older.contents[key] for key in found}


def test_damaged_what_is_not_there_is_named(older: Older, tmp_path: Path, soak: bool) -> None:
    database = older.vault / "vault-1.db"
    data, has_lost = database.read_bytes(), False
    for page in range(1, page_count(database) + 1, 1 if soak else EVERYDAY):
        database.write_bytes(data)
        (flip if page % 2 else blank)(database, [page])
        workspace, report = save(older, tmp_path / f"new-{page}")
        found = rows_of(workspace)
        assert workspace.integrity.check_at_once().is_sound
        workspace.close()
        assert report.pages_lost == 1
        lost = [item.family for item in report.lost]
        for kind in tables.KINDS:
            there = found[kind.table] & older.rows[kind.table]
            missing = len(older.rows[kind.table]) - len(there)
            assert report.brought[kind.family] == len(there), (page, kind.family)
            assert lost.count(kind.family) <= missing, (page, kind.family)
            if not report.entries_lost:
                assert lost.count(kind.family) == missing, (page, kind.family)
        has_lost = has_lost or bool(lost)
    assert has_lost


def test_its_first_page_costs_nothing(older: Older, tmp_path: Path) -> None:
    """It alone says which version a vault is of, and where its tables begin."""
    flip(older.vault / "vault-1.db", [1])
    workspace, report = save(older, tmp_path / "new")
    assert rows_of(workspace) == older.rows
    assert workspace.integrity.check_at_once().is_sound
    workspace.close()
    assert report.is_whole
    assert report.pages_lost == 1
