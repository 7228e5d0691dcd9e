"""The paper that workflows ask for, and the pages of its preview."""

from PySide6.QtCore import QLocale

from app.workflows.consent_record.record import ConsentRecord, file_name
from ui.paper.consent_record import record_blocks, record_foot, record_title
from ui.paper.document import Known, PaintedDocument, lay_out
from ui.paper.html import to_html
from ui.paper.recovery_kit import RecoveryKitSheet, kit_pages, kit_title
from ui.paper.styles import PaperSize
from ui.translation import translate

LANGUAGE = "en-GB"
_LETTER_COUNTRIES = frozenset(
    {"US", "CA", "MX", "CL", "CO", "CR", "GT", "PA", "PH", "PR", "SV", "VE"}
)


class Paper:
    """Implements the export's `PaperRenderer`. Works on any thread, touches no disk."""

    def render_consent_record(self, record: ConsentRecord, json_bytes: bytes) -> bytes:
        """A PDF/A-3b with the JSON, byte for byte, and the same text as HTML attached."""
        # Deferred: pikepdf with its PDF/A rules takes 200 ms to import; only an export needs it.
        from ui.paper.pdf_a import Attachment, Relationship, finish

        title = record_title()
        html = to_html(record_blocks(record, json_bytes, Known()), title, LANGUAGE)
        attachments = (
            Attachment(
                file_name(record, "json"),
                json_bytes,
                "application/ld+json",
                Relationship.DATA,
                translate("Paper", "The consent record, for programs"),
            ),
            Attachment(
                file_name(record, "html"),
                html,
                "text/html",
                Relationship.ALTERNATIVE,
                translate("Paper", "The consent record, for screen readers"),
            ),
        )
        pdf = self.pages(record, json_bytes).pdf(title)
        made_at = record.in_zone(record.made_at).local
        return finish(pdf, title, LANGUAGE, made_at, attachments)

    def pages(self, record: ConsentRecord, json_bytes: bytes) -> PaintedDocument:
        """The pages as they will be printed, for a preview."""
        return lay_out(
            paper_size(record.practice.jurisdiction),
            lambda known: record_blocks(record, json_bytes, known),
            lambda page, known: record_foot(record, json_bytes, page, known),
        )

    def render_recovery_kit(self, kit: RecoveryKitSheet) -> bytes:
        """The sheet as a plain PDF, on the paper that this computer's country uses."""
        return self.kit_pages(kit).pdf(kit_title())

    def kit_pages(self, kit: RecoveryKitSheet) -> PaintedDocument:
        """The sheet's page, to be shown or printed."""
        return kit_pages(kit, paper_size(QLocale.territoryToCode(QLocale.system().territory())))


def paper_size(country: str) -> PaperSize:
    """The sheet that printers hold in a country (ISO 3166-1 alpha-2)."""
    return PaperSize.LETTER if country in _LETTER_COUNTRIES else PaperSize.A4
