"""From nothing to an open vault whose Recovery Kit was kept."""

import re
import secrets

from PySide6.QtWidgets import QLineEdit

from crypto.secret import SecretBytes
from crypto.slots.recovery import ENTROPY_BYTES, words_of
from ui.tour import story
from ui.tour.guide import Guide
from ui.tour.walk import Walk

WORDS_IN_PASSPHRASE = 6
TRIES = 3
CHECKED = ("first_run.word_1", "first_run.word_2", "first_run.word_3")


def create_vault(guide: Guide) -> Walk:
    """Fills in name, place and how the vault opens."""
    hands, tour = guide.hands, guide.tour
    yield from hands.fill("first_run.name", story.VAULT_NAME)
    for _ in range(TRIES):  # Qt's dialog takes a path back if it still lists a folder meanwhile
        yield from hands.click("first_run.change_place")
        yield from hands.answer_file_dialog(str(guide.folder))
        if str(guide.folder) in _place(guide):
            break
    opening = "both" if tour.has_keyring else "passphrase"
    yield from hands.click(f"first_run.open_by_{opening}")
    tour.passphrase = _new_passphrase()
    yield from hands.fill("first_run.passphrase", tour.passphrase)
    yield from hands.fill("first_run.passphrase_again", tour.passphrase)
    yield hands.can_use("first_run.create")


def keep_kit(guide: Guide) -> Walk:
    """Creates the vault and writes the 24 words down."""
    hands, tour = guide.hands, guide.tour
    yield from hands.click("first_run.create")
    yield hands.sees("first_run.words")
    grid = hands.seen("first_run.words")
    spoken = "" if grid is None else grid.accessibleName()  # what a screen reader reads out
    tour.recovery_words = tuple(re.findall(r"\d+ (\w+)", spoken))
    tour.vault = str(next(guide.folder.glob("*.vault")))


def check_kit(guide: Guide) -> Walk:
    """Types the three words that are asked for."""
    hands = guide.hands
    for name in CHECKED:
        yield hands.sees(name)
        field = hands.seen(name)
        place = "" if field is None else re.sub(r"\D", "", field.accessibleName())
        yield from hands.fill(name, guide.tour.recovery_words[int(place) - 1])
    yield hands.can_use("first_run.kept")


def first_day(guide: Guide) -> Walk:
    """Goes on to the empty desk."""
    hands = guide.hands
    yield from hands.click("first_run.kept")
    yield from hands.click("first_run.skip")
    yield hands.can_use("today.add_client")


def _place(guide: Guide) -> str:
    field = guide.hands.seen("first_run.place")
    return field.text() if isinstance(field, QLineEdit) else ""


def _new_passphrase() -> str:
    return " ".join(words_of(SecretBytes(secrets.token_bytes(ENTROPY_BYTES)))[:WORDS_IN_PASSPHRASE])
