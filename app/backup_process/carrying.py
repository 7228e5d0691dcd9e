"""One errand: asked for by a line on one pipe, told of by lines on another."""

import os
import sys
import threading

from app.backup_process import lines
from app.core.now_and_then import now_and_then
from app.process import faults
from app.workflows.backup.carry import carry_out
from app.workflows.backup.errand import Errand
from app.workflows.backup.step import Step
from crypto.errors import BackupError, VaultDamaged

_LEFT_ALONE = 3
_TURN = 0.0005  # seconds: who copies waits for Python's lock at each piece, else for 5 ms each time


def carry_what_is_asked(hears: int, says: int) -> int:
    """Waits for the errand and does it; ends at once when the other end of `hears` is closed.

    Returns the exit code: 0 when it was done, or none came.
    """
    line = _first_line(hears)
    if line is None:
        return 0
    threading.Thread(target=_end_with, args=(hears,), name="parent", daemon=True).start()
    sys.setswitchinterval(_TURN)
    errand = lines.asked(line)
    try:
        _carry_out(errand, says)
    except (BackupError, VaultDamaged) as error:
        os.write(says, lines.fail(error))
        return 1
    except Exception as error:  # noqa: BLE001 - whoever asked learns it from our silence
        faults.report(error)
        return 1
    finally:
        errand.key.wipe()
    return 0


def _carry_out(errand: Errand, says: int) -> None:
    def write(step: Step) -> None:
        os.write(says, lines.tell(step))

    tell = now_and_then(write)
    for step in carry_out(errand):
        tell(step)


def _first_line(hears: int) -> bytes | None:
    heard = b""
    while not heard.endswith(lines.END):
        more = os.read(hears, 1 << 16)
        if not more:
            return None
        heard += more
    return heard


def _end_with(hears: int) -> None:
    """Nothing more is said on it: that it ends is the end of whoever asked, or of their wish."""
    while os.read(hears, 1):
        pass
    os._exit(_LEFT_ALONE)
