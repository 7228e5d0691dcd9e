"""What is carried to a drive has to arrive there: its empty mount point takes files as well."""

from collections.abc import Generator
from contextlib import contextmanager

from app.workflows.backup.errand import Errand
from app.workflows.backup.parts import undo
from app.workflows.backup.places import Place, here
from crypto.errors import BackupInterrupted


@contextmanager
def staying_here(place: Place, errand: Errand) -> Generator[None]:
    """Raises BackupInterrupted where the drive of `place` is out before, or after, the block.

    What came to lie where it had been is deleted. What lies on the drive stays there.
    """
    if not here(place):
        raise BackupInterrupted
    yield
    if not here(place):
        undo(errand)
        raise BackupInterrupted
