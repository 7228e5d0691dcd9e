"""A client, and a session with them."""

from app.records.clients.record import Pronouns
from ui.pages.client.words import pronoun_words
from ui.tour import story
from ui.tour.guide import Guide
from ui.tour.hands import Hands
from ui.tour.walk import Walk


def add_client(guide: Guide) -> Walk:
    """Fills in who it is."""
    hands = guide.hands
    yield from hands.click("today.add_client")
    yield from hands.fill("add_client.name", guide.tour.client or story.CLIENT)
    if not guide.tour.client:
        yield from hands.choose("add_client.pronouns", pronoun_words(Pronouns.SHE))
        yield from hands.fill("add_client.role", story.ROLE)
    yield hands.can_use("add_client.add")


def open_client(guide: Guide) -> Walk:
    """Adds the client; their page opens."""
    hands = guide.hands
    yield from hands.click("add_client.add")
    yield hands.can_use("client.start_session")


def take_note(guide: Guide) -> Walk:
    """Starts a session and writes, until the vault has it."""
    hands = guide.hands
    yield from hands.click("client.start_session")
    yield hands.has_focus("session.editor")
    yield hands.can_use("session.end")
    yield from _write(hands, guide.tour.note)
    yield hands.sees("session.saved")


def end_session(guide: Guide) -> Walk:
    """Ends the session; the client's sessions are shown."""
    hands = guide.hands
    yield from hands.click("session.end")
    yield hands.sees("client.sessions")


def _write(hands: Hands, note: str) -> Walk:
    """Types the tour's own note; a given one comes in whole, so that no line is taken for keys."""
    if note:
        yield from hands.dictate(note)
    else:
        yield from hands.type(story.NOTE)
