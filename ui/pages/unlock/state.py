"""What the lock screen shows, derived from what it was told."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from app.core.errors import VaultFormatUnknown
from crypto.errors import (
    HeaderVaultMismatch,
    KeyringBackendChanged,
    KeyringInsecure,
    KeyringItemGone,
    KeyringTimeout,
    PassphraseWrong,
    VaultDamaged,
    VaultMissing,
    VaultReadOnly,
    VaultTooNew,
)
from ui.pages.unlock.face import Face
from ui.ways_in.for_reading import may_be_read
from ui.ways_in.way_choice import WayChoice


class View(StrEnum):
    """What fills the page."""

    LOOKING = "looking"  # the header is being read
    READY = "ready"
    MISSING = "missing"  # there is no vault where it was
    BROKEN = "broken"  # the header can't be used


class Main(StrEnum):
    """What the main button does."""

    UNLOCK = "unlock"
    TRY_AGAIN = "try_again"
    KEEP_WAITING = "keep_waiting"
    RECOVER = "recover"
    READ_ONLY = "read_only"
    SALVAGE = "salvage"  # what can be read, into a new vault
    ANOTHER = "another"


class Place(NamedTuple):
    """What is known of the folder besides the vault in it."""

    sync_service: str = ""
    moved_from: Path | None = None  # just now
    old_remains: bool = False


NOWHERE = Place()


@dataclass(frozen=True)
class Facts:
    """What the page was told so far."""

    folder: Path | None = None
    face: Face | None = None
    face_error: Exception | None = None
    place: Place = NOWHERE
    form: WayChoice | None = None  # another than the vault's usual one
    for_reading: bool = False  # the coach asked for it
    saves_next: bool = False  # what can be read, since the coach asked for that on the desk
    store_name: str = ""
    beginning: str = ""  # how this window came to be, in words
    typed: bool = False
    asking: bool = False  # the password store, which may be asking the coach
    busy: bool = False
    moving: bool = False
    error: Exception | None = None
    wrong_tries: int = 0
    seconds_left: int = 0


@dataclass(frozen=True)
class State:
    """What the page shows."""

    view: View
    folder: Path | None
    name: str
    form: WayChoice | None
    other_form: WayChoice | None  # that could be tried instead
    writable: bool
    only_kit: bool
    may_salvage: bool  # beside what the main button does
    saves_next: bool
    place: Place
    for_reading: bool
    can_move: bool
    beginning: str
    store_name: str
    asks_passphrase: bool
    main: Main
    main_enabled: bool
    typed: bool
    asking: bool
    busy: bool
    moving: bool
    error: Exception | None
    seconds_left: int


# Waiting or trying again changes nothing about these; only the Recovery Kit does.
ONLY_THE_KIT_HELPS = (KeyringItemGone, KeyringBackendChanged, KeyringInsecure)
# Opening again here ends the same way.
_ONLY_ANOTHER_HELPS = (HeaderVaultMismatch, VaultTooNew, VaultFormatUnknown, VaultDamaged)
_ASKS_NOTHING = (Main.RECOVER, Main.ANOTHER)


def derive(facts: Facts) -> State:
    """What is shown for what is known."""
    face = facts.face
    form = facts.form or (face.form if face is not None else None)
    writable = face is None or face.writable
    for_reading = facts.for_reading or not writable
    main = _main(facts, for_reading=for_reading)
    asks = form is not None and form.takes_passphrase and main not in _ASKS_NOTHING
    ready = not facts.busy and not facts.seconds_left and (facts.typed or not asks)
    return State(
        view=_view(facts),
        folder=facts.folder,
        name=face.name if face is not None else _name_of(facts.folder),
        form=form,
        other_form=_other_form(face, form),
        writable=writable,
        only_kit=face is not None and face.only_kit,
        may_salvage=face is not None and main is not Main.SALVAGE and _is_damaged(facts.error),
        saves_next=facts.saves_next and facts.error is None,
        place=facts.place,
        for_reading=for_reading,
        can_move=not writable
        or bool(facts.place.sync_service)
        or isinstance(facts.error, VaultReadOnly),
        beginning=facts.beginning,
        store_name=facts.store_name,
        asks_passphrase=asks,
        main=main,
        main_enabled=ready,
        typed=facts.typed,
        asking=facts.asking,
        busy=facts.busy,
        moving=facts.moving,
        error=_error(facts),
        seconds_left=facts.seconds_left,
    )


def _is_damaged(error: Exception | None) -> bool:
    return isinstance(error, HeaderVaultMismatch | VaultDamaged)


def _other_form(face: Face | None, form: WayChoice | None) -> WayChoice | None:
    if face is None:
        return None
    return face.form if form is not face.form else face.other_form


def _view(facts: Facts) -> View:
    if facts.face is not None:
        return View.READY
    if facts.folder is None or isinstance(facts.face_error, VaultMissing):
        return View.MISSING
    return View.BROKEN if facts.face_error is not None else View.LOOKING


def _error(facts: Facts) -> Exception | None:
    # A missing vault is no error of its own: the whole page says it.
    missing = isinstance(facts.face_error, VaultMissing)
    return facts.error or (None if missing else facts.face_error)


def _main(facts: Facts, *, for_reading: bool) -> Main:
    error = facts.error or facts.face_error
    if error is None and facts.face is not None and facts.face.only_kit:
        return Main.RECOVER
    if error is None or isinstance(error, PassphraseWrong):
        return Main.READ_ONLY if for_reading else Main.UNLOCK
    if may_be_read(error) and not facts.for_reading:  # not tried twice
        return Main.READ_ONLY
    if isinstance(error, KeyringTimeout):
        return Main.KEEP_WAITING
    if isinstance(error, _ONLY_ANOTHER_HELPS):
        has_key = isinstance(error, VaultDamaged) and facts.face is not None
        return Main.SALVAGE if has_key else Main.ANOTHER
    return Main.RECOVER if isinstance(error, ONLY_THE_KIT_HELPS) else Main.TRY_AGAIN


def _name_of(folder: Path | None) -> str:
    return "" if folder is None else folder.stem
