"""What the operating system says about files, as errors of the vault."""

import errno
from collections.abc import Generator
from contextlib import contextmanager

from crypto.errors import SaveNotDurable, VaultDamaged, VaultMissing, VaultReadOnly

_MISSING = {errno.ENOENT, errno.ENOTDIR}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def as_vault_errors() -> Generator[None]:
    """Turns an OSError into VaultMissing, VaultReadOnly or, for all else, SaveNotDurable.

    The original is dropped on purpose: it quotes the path.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _MISSING:
            raise VaultMissing from None
        if error.errno in _READ_ONLY:
            raise VaultReadOnly from None
        raise SaveNotDurable from None


@contextmanager
def as_reading_errors() -> Generator[None]:
    """As `as_vault_errors`, but VaultDamaged for a sector that can't be read.

    For what writes nothing: a disk that fails is not a full one.
    """
    with as_vault_errors():
        try:
            yield
        except OSError as error:
            if error.errno == errno.EIO:
                raise VaultDamaged from None
            raise
