"""The steps of the tour in their order, by the names that summary.json has for them."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.process.verbs import Verb
from app.tour.file import read_tour
from ui.tour import coaching, consent, locking, setting_up
from ui.tour.guide import Guide, Take

STEPS: tuple[tuple[str, Take], ...] = (
    ("create-vault", setting_up.create_vault),
    ("recovery-kit", setting_up.keep_kit),
    ("check-three-words", setting_up.check_kit),
    ("first-day", setting_up.first_day),
    ("add-client", coaching.add_client),
    ("client", coaching.open_client),
    ("session-note", coaching.take_note),
    ("end-session", coaching.end_session),
    ("record-decision", consent.record_decision),
    ("consent-record", consent.open_record),
    ("lock", locking.lock),
    ("unlock", locking.unlock),
    ("practice-details", consent.practice_details),
    ("export-preview", consent.preview_export),
    ("export", consent.export),
)


def begin_tour(window: QWidget, start: Verb, folder: Path) -> None:
    """Takes the tour that is under way in `folder` on from where it stands."""
    guide = Guide(window, folder, read_tour(folder), STEPS)
    if start is Verb.AFTER_CRASH:
        guide.give_up(guide.tour.failure or "The tour stopped: the window ended without warning.")
    else:
        guide.begin()
