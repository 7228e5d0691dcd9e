"""What goes through the pipes comes out as it went in, and a failure as its own class."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from app.backup_process import lines
from app.workflows.backup.errand import Errand
from app.workflows.backup.step import Proof, Stage, Step
from crypto.backup.header import begun_header
from crypto.backup.slots import wrap_slots
from crypto.errors import (
    BackupInterrupted,
    BackupNameTaken,
    BackupNoRoom,
    BackupPlaceReadOnly,
    BackupTooLarge,
    BackupUnverified,
    CryptoError,
    VaultDamaged,
)
from crypto.primitives.kdf import TEST_ONLY_COST
from crypto.secret import SecretBytes

KEY = SecretBytes(bytes(range(32)))


def an_errand(folder: Path) -> Errand:
    vault_id, backup_id = UUID(int=1), UUID(int=2)
    root = SecretBytes(b"r" * 32)
    slots = wrap_slots(
        KEY, vault_id, backup_id, root, 3, date(2026, 11, 17), "saddle thirty quiet", TEST_ONLY_COST
    )
    header = begun_header(
        backup_id=backup_id,
        vault_id=vault_id,
        name="Whitlock “Coaching”",
        made_at=datetime(2026, 11, 17, 9, tzinfo=UTC),
        db_bytes=4096 * 9,
        slots=slots,
    )
    return Errand(folder / ".backup.new", folder, "2026.underrose-backup", header, KEY)


@pytest.mark.parametrize(
    "folder", ["/media/hanna/Blau ä", "/media/line\nbreak", b"/media/not \xff text"]
)
def test_an_errand_arrives_as_it_was_sent(folder: str | bytes) -> None:
    errand = an_errand(Path(os.fsdecode(folder)))
    line = lines.ask(errand)
    assert line.count(lines.END) == 1
    assert lines.asked(line) == errand


def test_a_step_arrives_with_its_proof() -> None:
    proof = Proof(8192, 10, 12, 1, 2, 3, 10, None)
    for step in (Step(Stage.COPY, 1, 2), Step(Stage.PLACED, 2, 2, proof)):
        assert lines.told(lines.tell(step)) == step


@pytest.mark.parametrize(
    "error",
    [
        BackupInterrupted(),
        BackupNameTaken(),
        BackupPlaceReadOnly(),
        BackupTooLarge(),
        BackupUnverified(),
        VaultDamaged(),
    ],
)
def test_a_failure_arrives_as_its_class(error: CryptoError) -> None:
    with pytest.raises(type(error)):
        lines.told(lines.fail(error))


@pytest.mark.parametrize("here", [True, False])
def test_where_there_is_no_room_arrives_too(here: bool) -> None:
    with pytest.raises(BackupNoRoom) as raised:
        lines.told(lines.fail(BackupNoRoom(here=here)))
    assert raised.value.here is here
