"""What a look found: which fact, what it means for privacy, and the values that go with it."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a finding stands. What could not be looked at is never taken for fine."""

    LOOK = "look"
    UNKNOWN = "unknown"
    FINE = "fine"


class Subject(StrEnum):
    """What a finding is about, in the order in which findings are listed."""

    INTEGRITY = "integrity"
    BACKUPS = "backups"
    KIT = "kit"
    WAYS_IN = "ways_in"
    KEYRING = "keyring"
    DISK = "disk"
    SWAP = "swap"
    SCREEN = "screen"
    AUTO_LOCK = "auto_lock"
    PLACE = "place"
    FILES = "files"
    PROCESS = "process"
    VERSIONS = "versions"


class Fact(StrEnum):
    """Everything that can be found; the part before the dot is the subject."""

    INTEGRITY_INTACT = "integrity.intact"
    INTEGRITY_NOT_COMPARED = "integrity.not_compared"
    INTEGRITY_FAULTS = "integrity.faults"
    INTEGRITY_OLDER = "integrity.older"
    INTEGRITY_FORKED = "integrity.forked"
    INTEGRITY_OTHER_KEYS = "integrity.other_keys"
    INTEGRITY_NOT_CHECKED = "integrity.not_checked"
    BACKUPS_FRESH = "backups.fresh"
    BACKUPS_OLD = "backups.old"
    BACKUPS_NONE = "backups.none"
    BACKUPS_SAME_DISK = "backups.same_disk"
    BACKUPS_OLD_SHEET = "backups.old_sheet"
    BACKUPS_OLD_SHEET_ALONE = "backups.old_sheet_alone"
    BACKUPS_UNKNOWN = "backups.unknown"
    KIT_REHEARSED = "kit.rehearsed"
    KIT_DUE = "kit.due"
    KIT_NEW = "kit.new"
    KIT_UNSEEN = "kit.unseen"
    KIT_NEVER = "kit.never"
    WAYS_BOTH = "ways_in.keyring_and_passphrase"
    WAYS_PASSPHRASE = "ways_in.passphrase"  # noqa: S105  the name of a fact
    WAYS_KEYRING = "ways_in.keyring"
    WAYS_KIT = "ways_in.kit"
    KEYRING_PASSWORD = "keyring.password"  # noqa: S105  the name of a fact
    KEYRING_OPEN = "keyring.open"
    KEYRING_UNKNOWN = "keyring.unknown"
    KEYRING_MISSING = "keyring.missing"
    DISK_ENCRYPTED = "disk.encrypted"
    DISK_PLAIN = "disk.plain"
    DISK_UNKNOWN = "disk.unknown"
    SWAP_NONE = "swap.none"
    SWAP_MEMORY = "swap.memory"
    SWAP_ENCRYPTED = "swap.encrypted"
    SWAP_PLAIN = "swap.plain"
    SWAP_PLAIN_SLEEP = "swap.plain_and_sleep"
    SWAP_UNKNOWN = "swap.unknown"
    SCREEN_LOCKS = "screen.locks"
    SCREEN_LATE = "screen.late"
    SCREEN_OPEN = "screen.open"
    SCREEN_UNKNOWN = "screen.unknown"
    AUTO_LOCK_ON = "auto_lock.on"
    AUTO_LOCK_LATE = "auto_lock.late"
    PLACE_LOCAL = "place.local"
    PLACE_SYNCED = "place.synced"
    PLACE_UNKNOWN = "place.unknown"
    FILES_PRIVATE = "files.private"
    FILES_OPEN = "files.open"
    FILES_FOREIGN = "files.foreign"
    FILES_UNKNOWN = "files.unknown"
    PROCESS_HARDENED = "process.hardened"
    PROCESS_PARTLY = "process.partly"
    PROCESS_UNKNOWN = "process.unknown"
    VERSIONS_KNOWN = "versions.known"
    VERSIONS_UNKNOWN = "versions.unknown"

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return Subject(self.value.partition(".")[0])

    @property
    def state(self) -> State:
        """What it means."""
        if self in _FINE:
            return State.FINE
        return State.UNKNOWN if self in _UNKNOWN else State.LOOK


_FINE = frozenset(
    {
        Fact.INTEGRITY_INTACT,
        Fact.INTEGRITY_NOT_COMPARED,
        Fact.BACKUPS_FRESH,
        Fact.KIT_REHEARSED,
        Fact.KIT_NEW,
        Fact.WAYS_BOTH,
        Fact.WAYS_PASSPHRASE,
        Fact.KEYRING_PASSWORD,
        Fact.DISK_ENCRYPTED,
        Fact.SWAP_NONE,
        Fact.SWAP_MEMORY,
        Fact.SWAP_ENCRYPTED,
        Fact.SCREEN_LOCKS,
        Fact.AUTO_LOCK_ON,
        Fact.PLACE_LOCAL,
        Fact.FILES_PRIVATE,
        Fact.PROCESS_HARDENED,
        Fact.VERSIONS_KNOWN,
    }
)
_UNKNOWN = frozenset(
    {
        Fact.INTEGRITY_NOT_CHECKED,
        Fact.BACKUPS_UNKNOWN,
        Fact.KEYRING_UNKNOWN,
        Fact.KEYRING_MISSING,
        Fact.DISK_UNKNOWN,
        Fact.SWAP_UNKNOWN,
        Fact.SCREEN_UNKNOWN,
        Fact.PLACE_UNKNOWN,
        Fact.FILES_UNKNOWN,
        Fact.PROCESS_UNKNOWN,
        Fact.VERSIONS_UNKNOWN,
    }
)


@dataclass(frozen=True)
class Finding:
    """One line of the check-up; `values` are names and figures, in the order of the fact."""

    fact: Fact
    values: tuple[str | int, ...] = ()

    @property
    def state(self) -> State:
        """What it means."""
        return self.fact.state


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The same findings as they are listed: by subject."""
    subjects = tuple(Subject)
    return tuple(sorted(findings, key=lambda finding: subjects.index(finding.fact.subject)))
