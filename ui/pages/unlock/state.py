"""What the lock screen shows, derived from what it was told."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from crypto.errors import (
    KeyringBackendChanged,
    KeyringInsecure,
    KeyringItemGone,
    KeyringTimeout,
    PassphraseWrong,
    VaultMissing,
)
from ui.pages.unlock.face import Face
from ui.ways_in.opening import Opening


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


@dataclass(frozen=True)
class Facts:
    """What the page was told so far."""

    folder: Path | None = None
    face: Face | None = None
    face_error: Exception | None = None
    store_name: str = ""
    beginning: str = ""  # how this window came to be, in words
    typed: bool = False
    asking: bool = False  # the password store, which may be asking the coach
    busy: bool = False
    error: Exception | None = None
    wrong_tries: int = 0
    seconds_left: int = 0


@dataclass(frozen=True)
class State:
    """What the page shows."""

    view: View
    folder: Path | None
    name: str
    form: Opening | None
    beginning: str
    store_name: str
    asks_passphrase: bool
    main: Main
    main_enabled: bool
    typed: bool
    asking: bool
    busy: bool
    error: Exception | None
    seconds_left: int


# Waiting or trying again changes nothing about these; only the Recovery Kit does.
_ONLY_THE_KIT_HELPS = (KeyringItemGone, KeyringBackendChanged, KeyringInsecure)


def derive(facts: Facts) -> State:
    """What is shown for what is known."""
    face = facts.face
    main = _main(facts.error)
    asks = face is not None and face.form.takes_passphrase and main is not Main.RECOVER
    ready = not facts.busy and not facts.seconds_left and (facts.typed or not asks)
    return State(
        view=_view(facts),
        folder=facts.folder,
        name=face.name if face is not None else _name_of(facts.folder),
        form=face.form if face is not None else None,
        beginning=facts.beginning,
        store_name=facts.store_name,
        asks_passphrase=asks,
        main=main,
        main_enabled=ready,
        typed=facts.typed,
        asking=facts.asking,
        busy=facts.busy,
        error=_error(facts),
        seconds_left=facts.seconds_left,
    )


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


def _main(error: Exception | None) -> Main:
    if error is None or isinstance(error, PassphraseWrong):
        return Main.UNLOCK
    if isinstance(error, KeyringTimeout):
        return Main.KEEP_WAITING
    return Main.RECOVER if isinstance(error, _ONLY_THE_KIT_HELPS) else Main.TRY_AGAIN


def _name_of(folder: Path | None) -> str:
    return "" if folder is None else folder.stem
