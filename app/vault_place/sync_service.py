"""Whether a folder looks as if a sync service copies it: by names and marks on the way up.

Two computers that write to two copies of one vault make it go two ways, so a vault belongs
elsewhere. No service says where it syncs, so this may miss one; it never asks the network.
"""

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SyncService:
    """How folders of one service are told.

    `folders` matches the name of its folder, or the last names joined by "/"; `marks` are glob
    patterns of files that its program leaves in the folder that it copies.
    """

    name: str
    folders: str
    marks: tuple[str, ...] = ()


# Syncthing, Resilio and Seafile copy any folder, so only the marks tell. macOS keeps the folders of
# all services under Library/CloudStorage ("OneDrive-Personal") and iCloud's in Mobile Documents.
SERVICES = (
    SyncService("Dropbox", r"Dropbox( \(.+\))?|CloudStorage/Dropbox.*", (".dropbox.cache",)),
    SyncService("OneDrive", r"OneDrive( - .+)?|CloudStorage/OneDrive.*"),
    SyncService(
        "Google Drive",
        r"Google ?Drive|CloudStorage/GoogleDrive.*|gvfs/google-drive:.*",
        (".tmp.drivedownload", ".tmp.driveupload"),
    ),
    SyncService("iCloud", r"iCloud ?Drive|Library/Mobile Documents|com~apple~CloudDocs"),
    SyncService(
        "Nextcloud",
        r"Nextcloud\d*|ownCloud\d*",
        (".nextcloudsync.log", ".owncloudsync.log", ".sync_*.db", "._sync_*.db"),
    ),
    SyncService("Syncthing", r"(?!)", (".stfolder",)),
    SyncService("Resilio Sync", r"Resilio ?Sync", (".sync/ID",)),
    SyncService("Seafile", r"Seafile", (".seafile-data",)),
    SyncService("pCloud", r"p[Cc]loud ?Drive"),
    SyncService("MEGA", r"MEGA(sync)?"),
)


def sync_service(folder: Path) -> str | None:
    """The name of the service that seems to copy `folder`, None when nothing hints at one.

    `folder` need not exist yet. Reads folder listings, so it belongs off the GUI thread.
    """
    places = {*_upwards(folder.absolute()), *_upwards(folder.resolve())}
    for service in SERVICES:
        if any(_is_of(service, place) for place in places):
            return service.name
    return None


def _upwards(folder: Path) -> tuple[Path, ...]:
    return (folder, *folder.parents)


def _is_of(service: SyncService, place: Path) -> bool:
    joined = "/".join(place.parts[-2:])
    if any(re.fullmatch(service.folders, name) for name in (place.name, joined)):
        return True
    return any(_holds(place, mark) for mark in service.marks)


def _holds(place: Path, mark: str) -> bool:
    try:
        return next(place.glob(mark), None) is not None
    except OSError:  # a folder that can't be read says nothing
        return False
