"""How long the whole check takes: every entry of the chain, every row both ways, every page.

It runs in slices, as behind an open desk; a save that comes goes between two of them, so the
longest slice is what a save may have to wait for.

Run: .venv/bin/python -m tests.bench.verify_vault
"""

import sys
import time

from tests.support.big_vaults import SIZES, big_vault, open_big, vault_folder
from tests.support.figures import tell

UNIT = 100_000


def main() -> None:
    """Prints the figures."""
    with vault_folder() as folder:
        workspace = open_big(big_vault(folder, *SIZES[-1]))
        slices = list[float]()
        busy, begun = time.process_time(), time.perf_counter()
        before = begun
        for _ in workspace.integrity.check():
            now = time.perf_counter()
            slices.append((now - before) * 1000)
            before = time.perf_counter()
        took, busy = time.perf_counter() - begun, time.process_time() - busy
        outcome = workspace.integrity.last()
        workspace.close()
    assert outcome is not None
    assert outcome.is_sound
    each = took * 2 * UNIT / (outcome.entries + outcome.rows)
    sys.stdout.write(
        f"the whole check of {outcome.entries:,} entries and {outcome.rows:,} rows: {took:.1f} s,"
        f" of which {busy:.1f} s of one processor\n"
        f"so {UNIT:,} entries and {UNIT:,} rows take {each:.1f} s\n"
    )
    tell("one slice of it", slices)


if __name__ == "__main__":
    main()
