"""The model of the check-up on a desk, with a look around that a test decides."""

from pathlib import Path

from app.workflows.privacy_check.finding import Finding
from tests.support.desk import Desk
from ui.pages.privacy.view_model import PrivacyModel


class Around:
    """Finds what it is told, and remembers where it was asked to look."""

    def __init__(self, *findings: Finding) -> None:
        """Find these at first."""
        self.findings = findings
        self.asked: list[tuple[Path, bool]] = []

    def __call__(self, folder: Path, with_store: bool) -> tuple[Finding, ...]:
        """What `look_around` answers."""
        self.asked.append((folder, with_store))
        return self.findings


def privacy_model(desk: Desk, around: Around) -> PrivacyModel:
    """A model on the desk's vault."""
    return PrivacyModel(desk.jobs, desk.clock, desk.device, desk.window, around=around)


def checked_on_request(desk: Desk, model: PrivacyModel) -> None:
    """Has the desk's vault checked when the model asks for that."""

    def check() -> None:
        desk.ask(lambda workspace: list(workspace.integrity.check()))
        model.end_check()

    model.check_asked.connect(check)
