"""Puts the values of a finding into its line."""

import sys
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from app.workflows.privacy_check.finding import Fact, Finding, State, Subject
from ui.pages.privacy.backup_lines import BACKUP_LINES
from ui.pages.privacy.computer_lines import COMPUTER_LINES
from ui.pages.privacy.line import Lead, Line
from ui.pages.privacy.vault_lines import VAULT_LINES
from ui.translation import QT_TRANSLATE_NOOP, translate

LINES: Mapping[Fact, Line] = {**VAULT_LINES, **BACKUP_LINES, **COMPUTER_LINES}

ICONS = {
    Subject.INTEGRITY: "file-check-2",
    Subject.BACKUPS: "archive-restore",
    Subject.KIT: "scroll",
    Subject.WAYS_IN: "key-round",
    Subject.KEYRING: "lock",
    Subject.DISK: "hard-drive",
    Subject.SWAP: "file-archive",
    Subject.SCREEN: "eye-off",
    Subject.AUTO_LOCK: "timer",
    Subject.PLACE: "cloud-off",
    Subject.FILES: "fingerprint",
    Subject.PROCESS: "wifi-off",
    Subject.VERSIONS: "git-compare",
}

STATES = {
    State.LOOK: QT_TRANSLATE_NOOP("Privacy", "Needs you"),
    State.UNKNOWN: QT_TRANSLATE_NOOP("Privacy", "Can’t tell"),
    State.FINE: QT_TRANSLATE_NOOP("Privacy", "In order"),
}

# What the values of a fact are called in its line, in their order.
_NAMES = {
    Fact.INTEGRITY_INTACT: ("entries", "rows", "ago"),
    Fact.INTEGRITY_NOT_COMPARED: ("entries", "rows", "ago"),
    Fact.BACKUPS_FRESH: ("ago",),
    Fact.BACKUPS_OLD: ("ago",),
    Fact.BACKUPS_SAME_DISK: ("ago",),
    Fact.BACKUPS_OLD_SHEET: ("ago",),
    Fact.BACKUPS_OLD_SHEET_ALONE: ("ago",),
    Fact.KIT_REHEARSED: ("ago",),
    Fact.KIT_DUE: ("ago",),
    Fact.KIT_NEW: ("ago",),
    Fact.KEYRING_PASSWORD: ("store",),
    Fact.KEYRING_OPEN: ("store",),
    Fact.KEYRING_UNKNOWN: ("store",),
    Fact.DISK_ENCRYPTED: ("cipher",),
    Fact.SWAP_ENCRYPTED: ("cipher",),
    Fact.SCREEN_LOCKS: ("minutes",),
    Fact.SCREEN_LATE: ("minutes",),
    Fact.AUTO_LOCK_ON: ("minutes",),
    Fact.AUTO_LOCK_LATE: ("minutes",),
    Fact.PLACE_SYNCED: ("service",),
    Fact.FILES_PRIVATE: ("files",),
    Fact.FILES_OPEN: ("files",),
    Fact.FILES_FOREIGN: ("files",),
    Fact.VERSIONS_KNOWN: ("sqlcipher", "sqlite", "openssl"),
}

# One, and several.
_COUNTED = {
    "entries": (
        QT_TRANSLATE_NOOP("Privacy", "1 recorded change"),
        QT_TRANSLATE_NOOP("Privacy", "{count} recorded changes"),
    ),
    "rows": (
        QT_TRANSLATE_NOOP("Privacy", "1 record"),
        QT_TRANSLATE_NOOP("Privacy", "{count} records"),
    ),
    "faults": (
        QT_TRANSLATE_NOOP("Privacy", "1 fault"),
        QT_TRANSLATE_NOOP("Privacy", "{count} faults"),
    ),
    "minutes": (
        QT_TRANSLATE_NOOP("Privacy", "1 minute"),
        QT_TRANSLATE_NOOP("Privacy", "{count} minutes"),
    ),
    "files": (
        QT_TRANSLATE_NOOP("Privacy", "1 file"),
        QT_TRANSLATE_NOOP("Privacy", "{count} files"),
    ),
}

# What a fault is in: one, and several.
_FAULTY = {
    "client": (
        QT_TRANSLATE_NOOP("Privacy", "the details of 1 client"),
        QT_TRANSLATE_NOOP("Privacy", "the details of {count} clients"),
    ),
    "session": (
        QT_TRANSLATE_NOOP("Privacy", "the times of 1 session"),
        QT_TRANSLATE_NOOP("Privacy", "the times of {count} sessions"),
    ),
    "session_note": (
        QT_TRANSLATE_NOOP("Privacy", "1 final session note"),
        QT_TRANSLATE_NOOP("Privacy", "{count} final session notes"),
    ),
    "draft": (
        QT_TRANSLATE_NOOP("Privacy", "1 session note that isn’t final"),
        QT_TRANSLATE_NOOP("Privacy", "{count} session notes that aren’t final"),
    ),
    "consent_event": (
        QT_TRANSLATE_NOOP("Privacy", "1 consent"),
        QT_TRANSLATE_NOOP("Privacy", "{count} consents"),
    ),
    "purpose": (
        QT_TRANSLATE_NOOP("Privacy", "the text of 1 purpose"),
        QT_TRANSLATE_NOOP("Privacy", "the texts of {count} purposes"),
    ),
    "disclosure": (
        QT_TRANSLATE_NOOP("Privacy", "the entry about 1 export"),
        QT_TRANSLATE_NOOP("Privacy", "the entries about {count} exports"),
    ),
    "backup": (
        QT_TRANSLATE_NOOP("Privacy", "the entry about 1 backup"),
        QT_TRANSLATE_NOOP("Privacy", "the entries about {count} backups"),
    ),
    "practice": (
        QT_TRANSLATE_NOOP("Privacy", "your practice’s details"),
        QT_TRANSLATE_NOOP("Privacy", "your practice’s details"),
    ),
    "page": (
        QT_TRANSLATE_NOOP("Privacy", "1 page of the file"),
        QT_TRANSLATE_NOOP("Privacy", "{count} pages of the file"),
    ),
    "part": (
        QT_TRANSLATE_NOOP("Privacy", "a part that can’t be read at all"),
        QT_TRANSLATE_NOOP("Privacy", "{count} parts that can’t be read at all"),
    ),
}
_OTHERWISE_FAULTY = (
    QT_TRANSLATE_NOOP("Privacy", "1 entry in the list of changes"),
    QT_TRANSLATE_NOOP("Privacy", "{count} entries in the list of changes"),
)

_MISSING = {
    "seccomp": QT_TRANSLATE_NOOP(
        "Privacy", "the system’s refusal of every connection to the internet"
    ),
    "dumpable": QT_TRANSLATE_NOOP("Privacy", "memory that other programs of yours can’t read"),
    "core": QT_TRANSLATE_NOOP("Privacy", "no memory left on the disk after a crash"),
    "umask": QT_TRANSLATE_NOOP("Privacy", "new files for you alone"),
    "no_new_privileges": QT_TRANSLATE_NOOP("Privacy", "no way to gain more rights"),
    "isolated": QT_TRANSLATE_NOOP("Privacy", "no parts of other programs in it"),
    "environment": QT_TRANSLATE_NOOP("Privacy", "no settings that load other code"),
}

_DISK_SETTINGS = {
    "darwin": QT_TRANSLATE_NOOP("Privacy", "Look in Settings, Privacy & Security, FileVault."),
    "win32": QT_TRANSLATE_NOOP(
        "Privacy", "Look in Settings, Privacy & security, Device encryption."
    ),
}
_DISKS = QT_TRANSLATE_NOOP(
    "Privacy", "Open Disks, and look whether the partition says LUKS or Encrypted."
)


class Words(NamedTuple):
    """A line as it stands on the page."""

    subject: Subject
    state: State
    icon: str
    found: str
    meaning: str
    mend: str
    button: str
    lead: Lead | None
    other_button: str = ""
    other_lead: Lead | None = None

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader, with its state first."""
        told = (self.found, self.meaning, self.mend)
        sentences = " ".join(text if text.endswith(".") else f"{text}." for text in told if text)
        return f"{translate('Privacy', STATES[self.state])}: {sentences}"


def words_for(finding: Finding, folder: str = "") -> Words:
    """The finding in words; `folder` is where the vault lies."""
    line = LINES[finding.fact]
    values = {"folder": folder, "disk_settings": _disk_settings(), **_values(finding)}
    return Words(
        finding.fact.subject,
        finding.state,
        ICONS[finding.fact.subject],
        translate("Privacy", line.found).format(**values),
        translate("Privacy", line.meaning).format(**values),
        translate("Privacy", line.mend).format(**values) if line.mend else "",
        translate("Privacy", line.button) if line.button else "",
        line.lead,
        translate("Privacy", line.other_button) if line.other_button else "",
        line.other_lead,
    )


def ago(days: int) -> str:
    """How long ago a day was: "today", "yesterday", "26 days ago", "4 months ago"."""
    if days <= 0:
        return translate("Privacy", "today")
    if days == 1:
        return translate("Privacy", "yesterday")
    if days < 60:
        return translate("Privacy", "{count} days ago").format(count=days)
    return translate("Privacy", "{count} months ago").format(count=round(days / 30.4))


def _values(finding: Finding) -> dict[str, str]:
    if finding.fact is Fact.PROCESS_PARTLY:
        told = [translate("Privacy", _MISSING[str(name)]) for name in finding.values]
        return {"missing": ", ".join(told)}
    if finding.fact is Fact.INTEGRITY_FAULTS:
        days, *faults = finding.values
        return {
            "ago": ago(int(days)),
            "faults": _told("faults", len(faults)),
            "kinds": _kinds(Counter(str(kind) for kind in faults)),
        }
    names = _NAMES.get(finding.fact, ())
    return {name: _told(name, value) for name, value in zip(names, finding.values, strict=True)}


def _kinds(faults: Counter[str]) -> str:
    words: Counter[tuple[str, str]] = Counter()
    for kind, count in faults.items():
        words[_FAULTY.get(kind, _OTHERWISE_FAULTY)] += count
    told: list[str] = []
    for (one, several), count in words.items():
        template = one if count == 1 else several
        told.append(translate("Privacy", template).format(count=f"{count:,}"))
    if len(told) == 1:
        return told[0]
    both = translate("Privacy", "{some} and {last}")
    return both.format(some=", ".join(told[:-1]), last=told[-1])


def _told(name: str, value: str | int) -> str:
    if isinstance(value, str):
        return value
    if name == "ago":
        return ago(value)
    one, several = _COUNTED[name]
    template = one if value == 1 else several
    return translate("Privacy", template).format(count=f"{value:,}")


def _disk_settings() -> str:
    settings = _DISK_SETTINGS.get(sys.platform, _DISKS)
    return translate("Privacy", settings)
