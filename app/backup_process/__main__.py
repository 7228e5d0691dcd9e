"""The process itself: hardened first, ready before it is asked, gone with whoever started it."""

import os
import sys

from app.process import faults
from crypto.process.hardening import harden

# Than typing, which is felt no later for it; at 19, the most, two busy programs starved it.
_LESS_URGENT = 10


def main() -> int:
    """Does one errand; returns 0 when it was done, or when none came."""
    harden()
    faults.install()
    if os.isatty(0):
        sys.stderr.write("This is a part of Underrose. Start it with: underrose\n")
        return 2
    if hasattr(os, "nice"):
        os.nice(_LESS_URGENT)
    # After the hardening; and while the copy is still being made.
    from app.backup_process.carrying import carry_what_is_asked

    says = os.dup(1)
    os.dup2(2, 1)  # nothing but our lines may come between our lines
    return carry_what_is_asked(0, says)


if __name__ == "__main__":
    sys.exit(main())
