"""From a vault with damaged pages, whatever still verifies is brought into a new one."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import Stopped, VaultFormatUnknown
from app.ledger import events
from app.storage import migrate
from app.workflows.backup.adopt import look_for
from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan
from app.workflows.salvage import tables
from app.workflows.salvage.report import Salvaged, Stage, Step
from app.workflows.salvage.stand_ins import StandInWords
from app.workspace import Workspace, open_workspace
from crypto.backup.face import look_at_backup
from crypto.errors import CryptoError, VaultDamaged
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.vault.connection import Row
from tests.support import damage
from tests.support.backed_up import back_up
from tests.support.damage import WAY, blank, flip, page_count, pages_of, root_of, rows, save
from tests.support.fixed_clock import FixedClock
from tests.support.made_up import made_up_workspace

EVERYDAY = 11  # pages from one that is damaged to the next; a vault has some hundred

Rows = dict[str, set[Row]]


def all_rows(workspace: Workspace) -> Rows:
    return {table: rows(workspace, table) for table in (*tables.of_records(), tables.DRAFTS)}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rows]:
    """A practice that is whole, in its folder, and its rows."""
    folder = tmp_path_factory.mktemp("whole") / "Practice.vault"
    workspace = made_up_workspace(folder, notes=40, clients=6)
    kept = all_rows(workspace)
    workspace.close()
    return folder, kept


@pytest.fixture
def vault(whole: tuple[Path, Rows], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of it to be damaged."""
    return shutil.copytree(whole[0], tmp_path_factory.mktemp("damaged") / "Practice.vault")


@pytest.fixture
def kept(whole: tuple[Path, Rows]) -> Rows:
    return whole[1]


Check = Callable[[Path], Salvaged]


@pytest.fixture
def saved(vault: Path, kept: Rows, tmp_path: Path) -> Check:
    """Saves what can be read, and looks at all of it."""

    def check(into: Path) -> Salvaged:
        was = {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()}
        workspace, report = save(vault, into)
        try:
            refuse_wrong(workspace, report, kept)
        finally:
            workspace.close()
        assert {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()} == was
        assert not [path for path in into.iterdir() if "salvage" in path.name]
        return report

    return check


def refuse_wrong(workspace: Workspace, report: Salvaged, kept: Rows) -> None:
    """Sound, nothing invented, and every row either there or listed."""
    assert workspace.integrity.check_at_once().is_sound
    assert not workspace.standing.needs_answer
    now = all_rows(workspace)
    lost = [item.family for item in report.lost]
    for kind in tables.KINDS:
        there = now[kind.table] & kept[kind.table]
        assert report.brought[kind.family] == len(there), kind.family
        missing = len(kept[kind.table]) - len(there)
        if not report.entries_lost:
            assert lost.count(kind.family) == missing, kind.family
        assert lost.count(kind.family) <= missing, kind.family
        refuse_invented(kind.table, now[kind.table] - kept[kind.table])
    assert now[tables.DRAFTS] <= kept[tables.DRAFTS]
    for consent in workspace.clients.listed():
        workspace.consents.of_client(consent.id)
    assert all(purpose.notices for purpose in workspace.purposes.listed())


def refuse_invented(table: str, more: set[Row]) -> None:
    """What wasn't there before says that it stands in for something."""
    words = StandInWords()
    for row in more:
        if table == "clients":
            assert words.client in row
        elif table == "sessions":
            assert row[3] == row[5]  # it ends as it begins
        elif table == "purposes":
            seeded = not str(row[1]).startswith("lost-")
            assert seeded or words.purpose in str(row[2])
        else:
            assert table == "practice"


def test_a_whole_vault_comes_over_whole(saved: Check, tmp_path: Path) -> None:
    report = saved(tmp_path / "new")
    assert report.is_whole
    assert report.pages_lost == 0
    assert report.brought["session_note"] > 30


def test_backups_of_the_old_vault_stay_its_own(
    vault: Path, tmp_path: Path, clock: FixedClock
) -> None:
    stick, plan = tmp_path / "stick", Plan((Place(str(tmp_path / "stick"), "stick"),))
    stick.mkdir()
    old = open_workspace(vault, WAY, clock, TEST_ONLY_COSTS)
    old.backup_plan.put(plan)
    file = back_up(old, stick)
    old.close()
    workspace, report = save(vault, tmp_path / "new")
    try:
        assert report.is_whole
        assert workspace.backups.listed() == []
        assert workspace.backup_plan.get() == plan  # it goes on where the old one was backed up
        search = workspace.adopt_backups.begin()
        assert search is not None
        assert look_for(search) == []
        assert workspace.rewrap.begin() is None
        assert look_at_backup(file).vault_id != search.vault_id
    finally:
        workspace.close()


def test_the_first_page_costs_nothing(saved: Check, vault: Path, tmp_path: Path) -> None:
    flip(vault / "vault-1.db", [1])
    report = saved(tmp_path / "new")
    assert report.is_whole
    assert report.pages_lost == 1


def test_inner_pages_cost_nothing(saved: Check, vault: Path, tmp_path: Path) -> None:
    blank(vault / "vault-1.db", [root_of(vault, "session_notes"), root_of(vault, "ledger_rows")])
    assert saved(tmp_path / "new").is_whole


def test_pages_one_at_a_time(saved: Check, vault: Path, tmp_path: Path, soak: bool) -> None:
    database = vault / "vault-1.db"
    data = database.read_bytes()
    for page in range(1, page_count(database) + 1, 1 if soak else EVERYDAY):
        database.write_bytes(data)
        (flip if page % 2 else blank)(database, [page])
        assert saved(tmp_path / f"new-{page}").pages_lost == 1


@pytest.mark.parametrize("seed", range(12))
def test_many_pages_at_once(saved: Check, vault: Path, tmp_path: Path, seed: int) -> None:
    rng, database = random.Random(seed), vault / "vault-1.db"
    pages = range(1, page_count(database) + 1)
    damaged = rng.sample(pages, rng.randint(2, len(pages) // 2))
    (flip if seed % 2 else blank)(database, damaged)
    assert saved(tmp_path / "new").pages_lost == len(damaged)


def test_a_file_that_was_cut_off_is_saved_as_far_as_it_goes(
    saved: Check, vault: Path, tmp_path: Path
) -> None:
    database = vault / "vault-1.db"
    database.write_bytes(database.read_bytes()[: page_count(database) * 4096 * 2 // 3 + 99])
    report = saved(tmp_path / "new")
    assert report.entries_lost > 0


def test_notes_that_are_lost_are_named_with_their_client(vault: Path, tmp_path: Path) -> None:
    blank(vault / "vault-1.db", pages_of(vault, "session_notes"))
    workspace, report = save(vault, tmp_path / "new")
    names = {client.details.name for client in workspace.clients.listed()}
    workspace.close()
    assert {item.family for item in report.lost} == {"session_note"}
    assert {item.whom for item in report.lost} <= names
    assert all(item.whom and item.at for item in report.lost)


def test_notes_whose_client_and_session_are_lost_can_be_read(vault: Path, tmp_path: Path) -> None:
    blank(vault / "vault-1.db", [*pages_of(vault, "clients"), *pages_of(vault, "sessions")])
    workspace, report = save(vault, tmp_path / "new")
    clients = workspace.clients.listed()
    assert {client.details.name for client in clients} == {StandInWords().client}
    notes = [
        workspace.session_notes.get(session.id, session.client)
        for client in clients
        for session in workspace.sessions.of_client(client.id)
    ]
    assert sum(note.final_at is not None for note in notes) == report.brought["session_note"]
    assert report.brought["client"] == report.brought["session"] == 0
    workspace.close()


def test_rows_whose_entries_are_lost_are_not_proven(vault: Path, tmp_path: Path) -> None:
    blank(vault / "vault-1.db", pages_of(vault, "ledger_rows"))
    workspace, report = save(vault, tmp_path / "new")
    workspace.close()
    assert report.lost == ()
    assert report.entries_lost > 100
    proven = report.brought["draft"]
    assert len(report.unproven) == sum(report.brought.values()) - proven


def test_a_note_that_its_entry_does_not_vouch_for_is_lost(vault: Path, tmp_path: Path) -> None:
    with opened(vault) as workspace:
        connection = workspace._vault.connection
        connection.execute("DROP TRIGGER session_notes_no_update")
        connection.execute(
            "UPDATE session_notes SET final_ms = final_ms + 1 WHERE rowid = "
            "(SELECT min(rowid) FROM session_notes)"
        )
    workspace, report = save(vault, tmp_path / "new")
    workspace.close()
    assert [item.family for item in report.lost] == ["session_note"]
    assert report.unproven == ()


def test_a_client_as_it_was_once_comes_over_and_is_not_proven(vault: Path, tmp_path: Path) -> None:
    with opened(vault) as workspace:
        client = workspace.clients.listed()[0]
        was = workspace._vault.connection.execute(
            "SELECT goals FROM clients WHERE id = ?", (client.id.bytes,)
        )
        workspace.clients.change(client.id, replace(client.details, goals="Something new"))
        workspace._vault.connection.execute(
            "UPDATE clients SET goals = ? WHERE id = ?", (was[0][0], client.id.bytes)
        )
    workspace, report = save(vault, tmp_path / "new")
    workspace.close()
    assert [(item.family, item.whom) for item in report.unproven] == [
        ("client", client.details.name)
    ]


def test_a_row_that_no_entry_tells_of_is_not_brought(vault: Path, tmp_path: Path) -> None:
    with opened(vault) as workspace:
        workspace._vault.connection.execute(
            "INSERT INTO clients SELECT zeroblob(16), 'Nobody', pronouns, role, contact, goals,"
            " needs, prefers, avoid, if_not_working, since_ms, since_zone, NULL, NULL"
            " FROM clients LIMIT 1"
        )
    workspace, report = save(vault, tmp_path / "new")
    assert "Nobody" not in {client.details.name for client in workspace.clients.listed()}
    workspace.close()
    assert [(item.family, item.whom) for item in report.lost] == [("client", "Nobody")]


def test_what_was_saved_says_where_it_came_from(vault: Path, tmp_path: Path) -> None:
    source = damage.damaged_vault(vault, WAY, TEST_ONLY_COSTS)
    workspace, report = save(vault, tmp_path / "new")
    with workspace.integrity._database.read() as reader:
        (event,) = events.of_kind(reader, "salvaged")
    sealed = source.seal()
    assert sealed is not None
    assert event.subject_id == source.vault_id != workspace.facts().vault_id
    assert event.content["generation"] == sealed.generation
    assert event.content["brought"]["client"] == report.brought["client"]
    assert workspace.made_up.get()
    assert workspace.ways_in.kits.facts().number == 1
    workspace.close()
    again = open_workspace(tmp_path / "new", WAY, FixedClock(), TEST_ONLY_COSTS)
    assert not again.standing.needs_answer
    again.close()


def test_where_nothing_can_be_read_nothing_is_made(vault: Path, tmp_path: Path) -> None:
    database = vault / "vault-1.db"
    blank(database, range(1, page_count(database) + 1))
    with pytest.raises(VaultDamaged):
        save(vault, tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stage", list(Stage))
def test_stopped_on_the_way_nothing_is_made(vault: Path, tmp_path: Path, stage: Stage) -> None:
    def tell(step: Step) -> None:
        if step.stage is stage:
            raise Stopped

    with pytest.raises(Stopped):
        save(vault, tmp_path / "new", tell=tell)
    assert list(tmp_path.iterdir()) == []


def test_a_vault_of_a_newer_version_is_left_alone(vault: Path, tmp_path: Path) -> None:
    with opened(vault) as workspace:
        workspace._vault.connection.execute(f"PRAGMA user_version = {migrate.newest() + 1}")
    with pytest.raises(VaultFormatUnknown):
        save(vault, tmp_path / "new")


class opened:  # noqa: N801  reads as a function
    """The damaged vault, open past what its own services allow."""

    def __init__(self, vault: Path) -> None:
        self._workspace = open_workspace(vault, WAY, FixedClock(), TEST_ONLY_COSTS)

    def __enter__(self) -> Workspace:
        return self._workspace

    def __exit__(self, *_: object) -> None:
        try:
            self._workspace.close()
        except CryptoError as error:
            raise AssertionError from error
