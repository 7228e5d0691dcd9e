"""Many processes open one vault at the same moment: one gets it, and every other is told so."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from crypto.errors import VaultInUse
from tests.soak import vaults
from tests.soak.counts import OPENINGS_AT_ONCE, Count

PROCESSES = 20
OPENED, IN_USE = b"o", b"u"


def open_at_once(folder: Path) -> Counter[bytes]:
    """Has twenty processes open it; what each came to. Whoever has it keeps it until all know."""
    starts, start = os.pipe()
    hears, says = os.pipe()
    ends, end = os.pipe()
    children: list[int] = []
    for _ in range(PROCESSES):
        child = os.fork()
        if child == 0:
            os.close(start)
            os.close(end)
            _open(folder, starts, says, ends)
        children.append(child)
    os.close(start)  # the starting shot: every reader sees the end of the pipe
    found = Counter(os.read(hears, 1) for _ in range(PROCESSES))
    os.close(end)
    for child in children:
        os.waitpid(child, 0)
    for descriptor in (starts, hears, says, ends):
        os.close(descriptor)
    return found


def _open(folder: Path, starts: int, says: int, ends: int) -> None:
    """In a child, which never comes back."""
    said = b"?"
    try:
        os.read(starts, 1)
        with vaults.opened(folder):
            said = OPENED
            os.write(says, said)
            os.read(ends, 1)
            os._exit(0)
    except VaultInUse:
        said = IN_USE
    finally:
        os.write(says, said)
        os._exit(0)


def test_one_process_gets_the_vault_and_the_others_are_told(
    tmp_path: Path, times: Callable[[Count], int], rng: Random, figure: Callable[[str], None]
) -> None:
    folder = tmp_path / "Practice.vault"
    vaults.make(folder)
    rounds = times(OPENINGS_AT_ONCE)
    for _ in range(rounds):
        assert open_at_once(folder) == {OPENED: 1, IN_USE: PROCESSES - 1}
    with vaults.opened(folder), pytest.raises(VaultInUse):
        vaults.open_again(folder)
    figure(f"{rounds} times {PROCESSES} processes, one of them in each time")
