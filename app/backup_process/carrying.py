"""One errand: asked for by a line on one pipe, told of by lines on another."""

import os
import sys
import threading
import time
from collections.abc import Iterator

from app.backup_process import lines
from app.process import faults
from app.workflows.backup.carry import carry_out
from app.workflows.backup.step import Step
from crypto.errors import BackupError, VaultDamaged

_OFTEN = 0.05  # seconds from one line to the next, as long as the stage is the same
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
        for step in _now_and_then(carry_out(errand)):
            os.write(says, lines.tell(step))
    except (BackupError, VaultDamaged) as error:
        os.write(says, lines.fail(error))
        return 1
    except Exception as error:  # noqa: BLE001 - whoever asked learns it from our silence
        faults.report(error)
        return 1
    finally:
        errand.key.wipe()
    return 0


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


def _now_and_then(steps: Iterator[Step]) -> Iterator[Step]:
    """Not every step, but every stage's first, and all that hold something."""
    stage, told = None, 0.0
    for step in steps:
        now = time.monotonic()
        if step.stage is not stage or step.proof is not None or now - told >= _OFTEN:
            stage, told = step.stage, now
            yield step
