"""Any PDF that Qt draws can be finished as PDF/A-3b."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from pikepdf import pdfa

from ui.paper.blocks import Text
from ui.paper.document import Foot, lay_out
from ui.paper.pdf_a import Attachment, Relationship, finish
from ui.paper.styles import BODY, PaperSize

MADE = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


def plain(title: str = "From Qt") -> bytes:
    document = lay_out(
        PaperSize.A4, lambda _: [Text(BODY, "Words")], lambda _page, _known: Foot((), "")
    )
    return document.pdf(title)


def test_a_document_without_attachments_is_valid() -> None:
    finished = finish(plain(), "Agreement", "en-GB", MADE)
    assert pdfa.validate_written(BytesIO(finished), "3b").verdict == "pass"


def test_what_the_pdf_said_about_itself_is_dropped() -> None:
    finished = finish(plain("Amara Osei"), "Agreement", "en-GB", MADE)
    with pikepdf.open(BytesIO(finished)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Agreement"
        assert b"Amara" not in pdf.Root.Metadata.read_bytes()
    assert b"Amara" not in finished


def test_an_attachment_tells_its_kind_relation_and_date() -> None:
    note = Attachment("note.json", b'{"a":1}', "application/json", Relationship.DATA, "A note")
    with pikepdf.open(BytesIO(finish(plain(), "T", "en-GB", MADE, (note,)))) as pdf:
        spec = pdf.attachments["note.json"]
        assert str(spec.obj.AFRelationship) == "/Data"
        assert spec.description == "A note"
        params = spec.obj.EF.F.Params
        assert str(params.ModDate) == "D:20261117093000+00'00'"
        assert int(params.Size) == 7
        assert str(spec.obj.EF.F.Subtype) == "/application/json"
