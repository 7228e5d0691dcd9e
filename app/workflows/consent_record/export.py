"""Exports a client's consent record: gathers it, writes it where the coach says, and logs it."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.core.changes import Changes
from app.core.clock import Clock, Moment
from app.core.errors import ExportNotWritten, NothingToExport, PracticeIncomplete
from app.core.ids import ClientId, DisclosureId, new_id
from app.records.clients.service import ClientService
from app.records.consents.service import ConsentService
from app.records.disclosures.record import Disclosure, ToWhom, What
from app.records.disclosures.service import DisclosureService
from app.records.practice.service import PracticeService
from app.records.purposes.service import PurposeService
from app.settings.vault import MadeUp
from app.storage.database import Database
from app.workflows.consent_record.json_ld import to_json
from app.workflows.consent_record.paper import PaperRenderer
from app.workflows.consent_record.record import ConsentRecord, Line, file_name, new_record_number
from crypto.vault.atomic_file import Staged, stage


@dataclass(frozen=True)
class Copy:
    """One consent record as it will leave: its content, and the exact bytes of its JSON."""

    record: ConsentRecord
    json: bytes


@dataclass(frozen=True)
class Written:
    """Where a copy went, and what its export touched."""

    pdf: Path
    json: Path
    changes: Changes


class ExportConsentRecord:
    """From a client's request to two files in a folder."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        practice: PracticeService,
        clients: ClientService,
        purposes: PurposeService,
        consents: ConsentService,
        disclosures: DisclosureService,
        made_up: MadeUp,
    ) -> None:
        self._database = database
        self._clock = clock
        self._practice = practice
        self._clients = clients
        self._purposes = purposes
        self._consents = consents
        self._disclosures = disclosures
        self._made_up = made_up

    def prepare(self, client: ClientId, asked_at: Moment | None) -> Copy:
        """Everything that would leave, without writing anything.

        Raises NothingToExport, PracticeIncomplete (naming what is missing), RecordMissing.
        """
        consents = self._consents.of_client(client)
        if not consents:
            raise NothingToExport
        practice = self._practice.get()
        if missing := practice.missing_for_paper():
            raise PracticeIncomplete(missing)
        purposes = {purpose.id: purpose for purpose in self._purposes.listed()}
        made_at = self._clock.now().in_zone(practice.zone)
        lines = tuple(
            Line.of(consent, purposes[consent.purpose], made_at.day) for consent in consents
        )
        record = ConsentRecord(
            id=new_id(),
            number=new_record_number(),
            made_at=made_at,
            asked_at=asked_at,
            practice=practice,
            client=self._clients.get(client),
            lines=lines,
            made_up=self._made_up.get(),
        )
        return Copy(record, to_json(record))

    def write(self, copy: Copy, paper: PaperRenderer, folder: Path) -> Written:
        """Draws the PDF, writes it and the JSON into `folder`, 0600, and logs the disclosure.

        `folder` is an absolute path: nothing is written to wherever the app was started.

        Either both files are there and the entry is made, or neither. Raises ExportNotWritten,
        SaveNotDurable.
        """
        if not folder.is_absolute():
            raise ExportNotWritten
        record = copy.record
        pdf = paper.render_consent_record(record, copy.json)
        disclosure = Disclosure(
            id=DisclosureId(new_id()),
            client=record.client.id,
            what=What.CONSENT_RECORD,
            to_whom=ToWhom.CLIENT,
            at=self._clock.now(),
            record_number=record.number,
            pdf_sha256=hashlib.sha256(pdf).digest(),
            json_sha256=hashlib.sha256(copy.json).digest(),
        )
        files = {
            folder / file_name(record, "pdf"): pdf,
            folder / file_name(record, "json"): copy.json,
        }
        placed: list[Path] = []
        try:
            with self._database.write() as writer:
                changes = self._disclosures.append(writer, disclosure)
                _place(files, placed)
        except BaseException:
            for path in placed:
                path.unlink(missing_ok=True)
            raise
        pdf_path, json_path = placed
        return Written(pdf_path, json_path, changes)


def _clear_what_a_kill_left(folders: set[Path]) -> None:
    """Removes hidden halves of records that an export left whose process was killed."""
    for folder in folders:
        with suppress(OSError):
            for half in folder.glob(".consent-record-*.new"):
                half.unlink()


def _place(files: dict[Path, bytes], placed: list[Path]) -> None:
    """Puts the files in place and notes each in `placed`; raises ExportNotWritten."""
    staged: list[Staged] = []
    _clear_what_a_kill_left({path.parent for path in files})
    try:
        for path, data in files.items():
            staged.append(stage(path, data))
        for file in staged:
            file.place()
            placed.append(file.path)
    except OSError as error:
        for file in staged:
            file.discard()
        raise ExportNotWritten from error
