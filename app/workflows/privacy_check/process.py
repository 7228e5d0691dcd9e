"""What this process gave up before anything else, as far as that is in force on this platform."""

from app.workflows.privacy_check.finding import Fact, Finding
from crypto.process.hardening import Hardened, in_force

# What matters most comes first.
_PARTS = (
    "seccomp",
    "dumpable",
    "core",
    "umask",
    "no_new_privileges",
    "isolated",
    "environment",
)


def look() -> Finding:
    """Asks what is in force in this process."""
    return judge(in_force())


def judge(found: Hardened) -> Finding:
    """Names what is not in force."""
    missing = tuple(part for part in _PARTS if not getattr(found, part))
    return Finding(Fact.PROCESS_PARTLY, missing) if missing else Finding(Fact.PROCESS_HARDENED)
