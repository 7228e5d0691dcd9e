"""A vault with two clients, its words, and what the commands make of a backup of it."""

import json
import shutil
from pathlib import Path

import pytest

from app.backup_commands.backup_secret import BackupSecret
from app.backup_commands.restoring import Wanted, look_into, restore_backup
from app.workspace import create_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.fixed_clock import FixedClock
from tests.support.hostile_backups import make_backup
from tests.support.kept_backup import OWN_PASSPHRASE, Kept, Run, Told
from tests.support.workspaces import PASSPHRASE, add_client, hold_session

VAULT, STICK = "Whitlock.vault", "stick"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Made once, to be copied."""
    folder, clock = tmp_path_factory.mktemp("made"), FixedClock()
    workspace, words = create_workspace(
        folder / VAULT,
        "Whitlock",
        PassphraseWay(PASSPHRASE),
        clock,
        TEST_ONLY_COST,
        TEST_ONLY_COSTS,
    )
    kept = Kept(folder / VAULT, words, folder / STICK, clock)
    kept.stick.mkdir()
    client = add_client(workspace, "Amara Osei")
    add_client(workspace, "Bo")
    hold_session(workspace, clock, client, "yes is how she buys time")
    make_backup(workspace, words, kept.backup, passphrase=OWN_PASSPHRASE)
    workspace.close()
    return kept


@pytest.fixture
def kept(made: Kept, tmp_path: Path) -> Kept:
    shutil.copytree(made.vault, tmp_path / VAULT)
    shutil.copytree(made.stick, tmp_path / STICK)
    clock = FixedClock(made.clock.now().utc)
    return Kept(tmp_path / VAULT, made.words, tmp_path / STICK, clock)


@pytest.fixture
def look(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(file: Path, secret: BackupSecret) -> Told:
        code = look_into(file, secret, as_json=True, costs=TEST_ONLY_COSTS)
        said = capsys.readouterr()
        return Told(code, json.loads(said.out), said.err)

    return run


@pytest.fixture
def restore(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(file: Path, secret: BackupSecret, wanted: Wanted) -> Told:
        code = restore_backup(
            file, secret, wanted, as_json=True, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS
        )
        said = capsys.readouterr()
        return Told(code, json.loads(said.out or "{}"), said.err)

    return run
