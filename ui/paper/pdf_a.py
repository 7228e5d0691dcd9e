"""Finishes a PDF as PDF/A-3b: attachments, language, title and metadata; in memory alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO

import pikepdf
from pikepdf import pdfa

CREATOR = "Underrose"
FLAVOUR = "3b"


class Relationship(StrEnum):
    """How an attachment relates to the pages (ISO 32000-2, 7.11.3)."""

    DATA = "/Data"
    ALTERNATIVE = "/Alternative"


@dataclass(frozen=True)
class Attachment:
    """A file inside the PDF."""

    name: str
    data: bytes
    mime: str
    relationship: Relationship
    description: str


def finish(
    pdf_bytes: bytes,
    title: str,
    language: str,
    made_at: datetime,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """`pdf_bytes` as PDF/A-3b with `attachments`, each kept byte for byte.

    `language` is BCP 47, `made_at` has a zone. What the PDF said about itself before is dropped.
    """
    # Deferred: with its PDF/A rules pikepdf takes 200 ms to import, and only an export needs it.
    import pikepdf

    made = made_at.isoformat(timespec="seconds")
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        for one in attachments:
            pdf.attachments[one.name] = pikepdf.AttachedFileSpec(
                pdf,
                one.data,
                filename=one.name,
                description=one.description,
                mime_type=one.mime,
                creation_date=_pdf_date(made_at),
                mod_date=_pdf_date(made_at),
                relationship=pikepdf.Name(one.relationship),
            )
        pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        if "/Metadata" in pdf.Root:
            del pdf.Root.Metadata
        if "/Info" in pdf.trailer:
            del pdf.trailer.Info
        with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
            about["dc:title"] = title
            about["dc:language"] = {language}
            about["xmp:CreateDate"] = made
            about["xmp:ModifyDate"] = made
            about["xmp:CreatorTool"] = CREATOR
        for page in pdf.pages:
            _drop_unused_patterns(page.resources)
        pdfa.prepare(pdf, FLAVOUR)  # output intent, XMP with its claim, the attachments' /AF
        finished = BytesIO()
        # Not pdfa.save: it goes through a file in the temporary folder.
        pdf.save(finished, **pdfa.resolve_save_kwargs(FLAVOUR))
    return finished.getvalue()


def _drop_unused_patterns(resources: pikepdf.Object) -> None:
    """Qt declares patterns on every page; none are drawn here, and the validator knows none."""
    if len(resources.Pattern):
        return
    del resources.Pattern
    for name, space in dict(resources.ColorSpace.items()).items():
        if isinstance(space, pikepdf.Array):
            del resources.ColorSpace[name]


def _pdf_date(at: datetime) -> str:
    """ISO 32000-1, 7.9.4: "D:20261117093000+00'00'"."""
    zone = f"{at:%z}"
    return f"D:{at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
