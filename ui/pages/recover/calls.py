"""The calls that leave the GUI thread; what they need is imported when they run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.clock import SystemClock

if TYPE_CHECKING:
    from app.workspace import Workspace


def check(text: str) -> tuple[str, ...]:
    """The words of a text; raises RecoveryWordUnknown, RecoveryChecksum."""
    from crypto.slots.recovery import parse_words

    return parse_words(text)


def open_vault(folder: Path, text: str) -> "Workspace":
    """Unlocks with 24 words; raises as `app.workspace.open_workspace`, and as `check`."""
    from app.workspace import open_workspace
    from crypto.slots.recovery import RecoveryWay

    return open_workspace(folder, RecoveryWay(check(text)), SystemClock())


def find_repair(folder: Path, text: str) -> tuple[str, ...] | None:
    """The vault's own words, when those of the text are a single slip away from them."""
    from crypto.slots.recovery import split_words
    from crypto.vault import vault

    return vault.find_repair(folder, split_words(text))


@dataclass(frozen=True)
class Calls:
    """The calls that the page makes; a test makes others."""

    check: Callable[[str], tuple[str, ...]] = check
    open: Callable[[Path, str], "Workspace"] = open_vault
    find_repair: Callable[[Path, str], tuple[str, ...] | None] = find_repair
