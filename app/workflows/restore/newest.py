"""The newest backup in reach. The files' own headers tell it, so it is found without any key."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from app.core.each_by_itself import EachByItself
from app.workflows.backup.find import backups_in
from app.workflows.backup.places import Place, describe
from crypto.backup.face import BackupFace, look_at_backup
from crypto.errors import CryptoError

AT_MOST = 200  # folders of a drive, and files of a folder, that are looked at


class Newest(NamedTuple):
    """A backup, and where it lies."""

    face: BackupFace
    place: Place


def newest_in_reach(
    folders: Sequence[Path], drives: Sequence[Path], vault_id: UUID | None
) -> Newest | None:
    """The newest of one vault, or of any, in these folders and at the top of these drives.

    One that doesn't answer is passed over, like a file that is no backup.
    """
    each = EachByItself[Path, Newest | None]()
    calls = {folder: partial(_newest_in, (folder,), vault_id) for folder in folders}
    calls |= {drive: partial(_newest_on, drive, vault_id) for drive in drives}
    found = [newest for newest in each.answers(calls).values() if newest is not None]
    return max(found, key=_made, default=None)


def _newest_on(drive: Path, vault_id: UUID | None) -> Newest | None:
    with suppress(OSError):  # pulled out meanwhile
        below = [path for path in islice(drive.iterdir(), AT_MOST) if path.is_dir()]
        return _newest_in((drive, *below), vault_id)
    return None


def _newest_in(folders: Sequence[Path], vault_id: UUID | None) -> Newest | None:
    faces = [face for folder in folders for face in _faces(folder, vault_id)]
    newest = max(faces, key=lambda face: face.made_at, default=None)
    return None if newest is None else Newest(newest, describe(newest.path.parent))


def _faces(folder: Path, vault_id: UUID | None) -> Iterator[BackupFace]:
    with suppress(OSError):  # nobody can look into it
        for file in backups_in(folder)[-AT_MOST:]:  # their names begin with the day
            with suppress(CryptoError):
                face = look_at_backup(file)
                if vault_id in (None, face.vault_id):
                    yield face


def _made(newest: Newest) -> float:
    return newest.face.made_at.timestamp()
