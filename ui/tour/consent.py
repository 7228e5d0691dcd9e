"""A consent on record, and its copy for the client."""

from app.records.consents.record import EventKind
from ui.tour import story
from ui.tour.guide import Guide
from ui.tour.hands import Hands
from ui.tour.walk import Until, Walk
from ui.words.consents import event_word

RECORD_TAB = 2


def record_decision(guide: Guide) -> Walk:
    """Fills in what the client said."""
    yield from guide.hands.choose_tab("client.tabs", RECORD_TAB)
    yield from _fill_in(guide.hands, *story.DECISIONS[0])


def open_record(guide: Guide) -> Walk:
    """Records it, and the other decisions."""
    yield from _record(guide.hands)
    for purpose, kind in story.DECISIONS[1:]:
        yield from _fill_in(guide.hands, purpose, kind)
        yield from _record(guide.hands)
    yield guide.hands.sees("record.consents")


def practice_details(guide: Guide) -> Walk:
    """Begins the export, which asks who keeps the record."""
    hands = guide.hands
    yield from hands.click("record.export_button")
    yield from hands.fill("practice_form.coach_name", story.COACH)
    yield from hands.fill("practice_form.postal_address", story.ADDRESS)
    yield from hands.fill("practice_form.email", story.EMAIL)
    yield from hands.pick("practice_form.jurisdiction", story.COUNTRY)


def preview_export(guide: Guide) -> Walk:
    """Looks at what would leave, and says where to."""
    hands = guide.hands
    yield from hands.click("export.export")
    yield from hands.fill("export.folder", str(guide.folder))
    yield hands.can_use("export.export")


def export(guide: Guide) -> Walk:
    """Exports; the copy is for the client."""
    tour, folder = guide.tour, guide.folder
    yield from guide.hands.click("export.export")
    yield guide.hands.sees_no("export.export")
    yield Until("the exported files", lambda: any(folder.glob("*.json")))
    (tour.export_pdf,) = map(str, folder.glob("*.pdf"))
    (tour.export_json,) = (
        str(file) for file in folder.glob("*.json") if not file.name.startswith(".")
    )


def _fill_in(hands: Hands, purpose: str, kind: EventKind) -> Walk:
    yield from hands.click("record.decide_button")
    yield from hands.pick("decision.purpose", purpose)
    yield from hands.choose("decision.kind", event_word(kind))
    yield hands.can_use("decision.record")


def _record(hands: Hands) -> Walk:
    yield from hands.click("decision.record")
    yield hands.sees_no("decision.record")
