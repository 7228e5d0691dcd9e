"""What workflows ask of whoever draws paper; implemented in `ui/paper`."""

from typing import Protocol

from app.workflows.consent_record.record import ConsentRecord


class PaperRenderer(Protocol):
    """Draws records as PDF, in memory alone."""

    def render_consent_record(self, record: ConsentRecord, json_bytes: bytes) -> bytes:
        """A PDF/A-3b of `record`, with `json_bytes` attached as they are."""
        ...
