"""Looks at everything around the vault: the computer, its desktop and the vault's folder."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.process.faults import report
from app.vault_place.sync_service import sync_service
from app.workflows.privacy_check import (
    disk,
    files,
    password_store,
    process,
    screen_lock,
    swap,
    versions,
)
from app.workflows.privacy_check.finding import Fact, Finding


@dataclass(frozen=True)
class _Look:
    """One look, and what is said when it fails in a way that nobody foresaw."""

    take: Callable[[], Finding]
    otherwise: Fact


def look_around(folder: Path, with_store: bool) -> tuple[Finding, ...]:
    """What was found, each by a look of its own; `with_store` when a way in needs the keyring.

    Off the GUI thread: files, perhaps programs and the password store, which may take seconds.
    """
    looks = [
        _Look(partial(disk.look, folder), Fact.DISK_UNKNOWN),
        _Look(swap.look, Fact.SWAP_UNKNOWN),
        _Look(screen_lock.look, Fact.SCREEN_UNKNOWN),
        _Look(partial(place, folder), Fact.PLACE_UNKNOWN),
        _Look(partial(files.look, folder), Fact.FILES_UNKNOWN),
        _Look(process.look, Fact.PROCESS_UNKNOWN),
        _Look(versions.look, Fact.VERSIONS_UNKNOWN),
    ]
    if with_store:
        looks.append(_Look(password_store.look, Fact.KEYRING_MISSING))
    return tuple(_taken(look) for look in looks)


def place(folder: Path) -> Finding:
    """Whether a sync service seems to copy the vault's folder."""
    service = sync_service(folder)
    return Finding(Fact.PLACE_SYNCED, (service,)) if service else Finding(Fact.PLACE_LOCAL)


def _taken(look: _Look) -> Finding:
    try:
        return look.take()
    except Exception as error:  # noqa: BLE001  one look that fails must not hide the others
        report(error)
        return Finding(look.otherwise)
