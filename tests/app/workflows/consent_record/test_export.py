"""A consent record leaves whole and logged, or not at all."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.errors import ExportNotWritten, NothingToExport, PracticeIncomplete
from app.core.ids import ClientId
from app.records.consents.record import EventKind, Method
from app.records.consents.service import Decision
from app.records.practice.record import Practice
from app.workflows.consent_record.record import ConsentRecord
from app.workspace import Workspace
from tests.support.fixed_clock import FixedClock

PRACTICE = Practice(
    practice_name="Whitlock Coaching",
    coach_name="Hanna Whitlock",
    email="hanna@example.org",
    postal_address="4 Mill Street\nPenwick",
    jurisdiction="GB",
    zone="Europe/London",
)


class Typewriter:
    """A renderer that needs no fonts."""

    def render_consent_record(self, record: ConsentRecord, json_bytes: bytes) -> bytes:
        return f"%PDF {record.number} {len(json_bytes)}".encode()


@pytest.fixture
def asked(workspace: Workspace, amara: ClientId, clock: FixedClock) -> ClientId:
    """A client with a consent."""
    purpose = workspace.purposes.listed()[0]
    workspace.consents.record(
        Decision(amara, purpose.id, purpose.notice.id, EventKind.GIVEN, clock.now(), Method.ALOUD)
    )
    return amara


def test_without_consents_there_is_nothing_to_export(workspace: Workspace, amara: ClientId) -> None:
    with pytest.raises(NothingToExport):
        workspace.export_consent_record.prepare(amara, None)


def test_missing_details_of_the_practice_are_asked_for(
    workspace: Workspace, asked: ClientId
) -> None:
    with pytest.raises(PracticeIncomplete) as refusal:
        workspace.export_consent_record.prepare(asked, None)
    assert "postal_address" in refusal.value.missing


def test_pdf_and_json_are_written_for_the_coach_alone_and_logged(
    workspace: Workspace, asked: ClientId, tmp_path: Path
) -> None:
    workspace.practice.change(PRACTICE)
    copy = workspace.export_consent_record.prepare(asked, None)
    written = workspace.export_consent_record.write(copy, Typewriter(), tmp_path)
    assert written.json.read_bytes() == copy.json
    assert json.loads(copy.json)
    for path in (written.pdf, written.json):
        assert path.stat().st_mode & 0o777 == 0o600
        assert copy.record.number in path.name
        assert "Amara" not in path.name
    (disclosure,) = workspace.disclosures.of_client(asked)
    assert disclosure.pdf_sha256 == hashlib.sha256(written.pdf.read_bytes()).digest()
    assert disclosure.json_sha256 == hashlib.sha256(copy.json).digest()
    assert disclosure.record_number == copy.record.number


def a_file(tmp_path: Path) -> Path:
    (tmp_path / "file").write_text("")
    return tmp_path / "file"


def a_missing_folder(tmp_path: Path) -> Path:
    return tmp_path / "gone"


def no_folder(_tmp_path: Path) -> Path:
    return Path()


@pytest.mark.parametrize("place", [a_file, a_missing_folder, no_folder])
def test_a_folder_that_cannot_be_written_leaves_no_file_and_no_entry(
    workspace: Workspace, asked: ClientId, tmp_path: Path, place: Callable[[Path], Path]
) -> None:
    workspace.practice.change(PRACTICE)
    copy = workspace.export_consent_record.prepare(asked, None)
    with pytest.raises(ExportNotWritten):
        workspace.export_consent_record.write(copy, Typewriter(), place(tmp_path))
    assert workspace.disclosures.of_client(asked) == ()


def test_when_the_second_file_cannot_be_placed_the_first_is_taken_back(
    workspace: Workspace, asked: ClientId, tmp_path: Path
) -> None:
    workspace.practice.change(PRACTICE)
    copy = workspace.export_consent_record.prepare(asked, None)
    folder = tmp_path / "out"
    in_the_way = folder / f"consent-record-{copy.record.number}.json" / "child"
    in_the_way.mkdir(parents=True)
    with pytest.raises(ExportNotWritten):
        workspace.export_consent_record.write(copy, Typewriter(), folder)
    assert [path.name for path in folder.iterdir()] == [in_the_way.parent.name]
    assert workspace.disclosures.of_client(asked) == ()


def test_what_a_killed_export_left_is_cleared_by_the_next(
    workspace: Workspace, asked: ClientId, tmp_path: Path
) -> None:
    workspace.practice.change(PRACTICE)
    copy = workspace.export_consent_record.prepare(asked, None)
    half = tmp_path / ".consent-record-R7K2M.pdf.new"
    half.write_bytes(b"%PDF-half of somebody's answers")
    own = tmp_path / ".notes.new"
    own.write_bytes(b"the coach's own")
    workspace.export_consent_record.write(copy, Typewriter(), tmp_path)
    assert not half.exists()
    assert own.exists()
