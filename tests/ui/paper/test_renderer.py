"""The finished PDF: valid, whole, readable, and made in memory on any thread."""

import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa

from app.records.clients.record import Client
from app.records.consents.record import EventKind, Method
from app.workflows.consent_record.json_ld import to_json
from app.workflows.consent_record.paper import PaperRenderer
from app.workflows.consent_record.record import ConsentRecord
from tests.support.consent_records import HANNA, Diary, amara, amaras_record, at, purpose
from ui.paper.consent_record import record_blocks
from ui.paper.document import Known
from ui.paper.html import to_html
from ui.paper.renderer import Paper, paper_size
from ui.paper.styles import PaperSize

needs_pdftotext = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext is not installed"
)

LONG = "Wolfgang-Amadeus " * 11 + "Osei"
NAMES = {
    "plain": "Amara Osei",
    "200 characters": LONG[:200],
    "one word of 200": "W" * 200,
    "right to left": "محمد بن سلمان",
    "Chinese": "玉山 太郎",
    "emoji and joiners": "A😀\u200d🔥 e\u0301",
}


def drawn(record: ConsentRecord) -> bytes:
    return Paper().render_consent_record(record, to_json(record))


def text_of(pdf: bytes) -> list[str]:
    """The text of each page, as another program reads it."""
    run = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return run.stdout.decode().split("\f")[:-1]


def crowded(client: Client) -> ConsentRecord:
    """Forty consents with names and remarks of every awkward length."""
    diary = Diary(client)
    names = ["Purpose", "A longer name " * 14, "W" * 200, "البريد الإلكتروني 12", "同意 2026"]
    for index in range(40):
        what = purpose("text_messages", name=f"{names[index % 5]}"[:200])
        remark = {7: "x" * 1_000, 8: "wide " * 190}.get(index, "")
        ends_on = date(2026, 4, 1) if index % 3 == 0 else None
        diary.note(
            what, EventKind.GIVEN, at(2026, 3, 1 + index % 28), Method.ALOUD, ends_on, remark
        )
    crowd = replace(
        HANNA,
        practice_name="Practice " * 20,
        coach_name="Hanna-Maria " * 15,
        postal_address="\n".join(["17 A Very Long Street"] * 40),
    )
    return diary.record(at(2026, 11, 17), practice=crowd)


@pytest.fixture(scope="module")
def record() -> ConsentRecord:
    return amaras_record()


def test_it_is_what_the_workflow_asks_for() -> None:
    renderer: PaperRenderer = Paper()
    assert renderer


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_it_is_valid_pdf_a_3b_whatever_the_client_is_called(name: str) -> None:
    report = pdfa.validate_written(BytesIO(drawn(amaras_record(amara(name)))), "3b")
    assert [str(finding) for finding in report.findings] == []
    assert report.verdict == "pass"


@pytest.mark.parametrize("jurisdiction", ["GB", "US"])
def test_a_crowded_record_is_valid_and_nothing_leaves_its_page(jurisdiction: str) -> None:
    record = crowded(amara(LONG[:200]))
    record = replace(record, practice=replace(record.practice, jurisdiction=jurisdiction))
    assert pdfa.validate_written(BytesIO(drawn(record)), "3b").verdict == "pass"
    document = Paper().pages(record, to_json(record))
    assert document.count > 15
    for page in range(1, document.count + 1):
        for placed in document.page(page):
            assert placed.y + placed.piece.height <= document.body_height + 0.01


def test_the_attachments_come_back_byte_for_byte(record: ConsentRecord) -> None:
    json_bytes = to_json(record)
    name = "consent-record-CR-7F2C-91A0-44DE"
    html = to_html(record_blocks(record, json_bytes, Known()), "Consent record", "en-GB")
    with pikepdf.open(BytesIO(drawn(record))) as pdf:
        assert set(pdf.attachments) == {f"{name}.json", f"{name}.html"}
        assert len(pdf.Root.AF) == 2
        for suffix, data, mime, relation in (
            ("json", json_bytes, "application/ld+json", "/Data"),
            ("html", html, "text/html", "/Alternative"),
        ):
            spec = pdf.attachments[f"{name}.{suffix}"]
            assert spec.get_file().read_bytes() == data
            assert spec.get_file().mime_type == mime
            assert str(spec.relationship) == relation


def test_title_language_and_dates_are_set_and_the_client_is_not_named(
    record: ConsentRecord,
) -> None:
    with pikepdf.open(BytesIO(drawn(record))) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]) == "Consent record"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261117093000+00'00"
        about = pdf.Root.Metadata.read_bytes().decode()
        said = about + " ".join(str(value) for value in dict(pdf.docinfo.items()).values())
        said += "".join(pdf.attachments.keys())
    for word in ("Amara", "Osei", "Hanna", "Whitlock"):
        assert word not in said


def test_every_font_is_embedded(record: ConsentRecord) -> None:
    with pikepdf.open(BytesIO(drawn(record))) as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.resources.Font.values()}
        embedded = all(
            "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            for page in pdf.pages
            for font in page.resources.Font.values()
        )
    assert embedded
    assert {name.partition("-")[0] for name in fonts} == {"/Literata", "/SourceSans3"}


@needs_pdftotext
def test_its_text_can_be_read_copied_and_searched(record: ConsentRecord) -> None:
    pages = text_of(drawn(record))
    assert "For Amara Osei. Made on 17 November 2026, at her request of the same day." in pages[0]
    assert "How things stand today" in pages[0]
    assert "The notices, word for word" in pages[2]
    assert "How to check this record" in pages[-1]
    whole = " ".join(" ".join(pages).split())
    for _, notice in record.notices:
        for paragraph in notice.text.split("\n\n"):
            assert paragraph[:60] in whole


@needs_pdftotext
def test_each_page_says_which_it_is_and_of_how_many(record: ConsentRecord) -> None:
    pages = text_of(drawn(record))
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Record CR-7F2C-91A0-44DE, made by Underrose." in page


@needs_pdftotext
def test_the_header_row_is_repeated_on_each_page_of_a_table() -> None:
    record = crowded(amara())
    pages = text_of(drawn(record))
    with_entries = [page for page in pages if "Hanna-Maria, as told" in page]
    assert len(with_entries) > 3
    assert all("Recorded by" in page for page in with_entries)


@needs_pdftotext
def test_where_it_says_its_parts_are_there_they_are(record: ConsentRecord) -> None:
    pages = text_of(drawn(record))
    assert f"How to check this record is on page {len(pages)}." in "".join(pages)
    assert "The notices are on pages 3 to" in "".join(pages)


def test_it_is_drawn_on_a_worker_thread_without_a_temporary_file(
    record: ConsentRecord, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nowhere = str(tmp_path / "not there")
    monkeypatch.setenv("TMPDIR", nowhere)
    monkeypatch.setattr(tempfile, "tempdir", nowhere)
    with ThreadPoolExecutor(1) as worker:
        data = worker.submit(drawn, record).result()
    assert data.startswith(b"%PDF-1.")


def test_the_preview_shows_the_same_pages(record: ConsentRecord) -> None:
    document = Paper().pages(record, to_json(record))
    with pikepdf.open(BytesIO(drawn(record))) as pdf:
        assert len(pdf.pages) == document.count
        box = [float(edge) for edge in pdf.pages[0].mediabox]
    image = document.image(1, 424)
    assert abs(image.width() / image.height() - box[2] / box[3]) < 0.002


@pytest.mark.parametrize(
    ("country", "size"), [("GB", PaperSize.A4), ("", PaperSize.A4), ("US", PaperSize.LETTER)]
)
def test_the_paper_is_what_the_country_prints_on(country: str, size: PaperSize) -> None:
    assert paper_size(country) is size
