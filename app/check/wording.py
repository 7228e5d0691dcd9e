"""A check's findings, as sentences for a terminal and as JSON for a program."""

from typing import Any

from app.check.inside import Inside
from app.check.outside import Copy, File, Outside
from app.ledger.check_outcome import fault_to_builtins
from app.ledger.verdict import VerdictKind
from crypto.vault.header_files import COPIES

_VERDICTS = {
    VerdictKind.AS_LEFT: "as it was left",
    VerdictKind.UNSEALED: "a write was ended before its seal; the next opening makes up for it",
    VerdictKind.SEAL_BEHIND: "the seal is older than the notes",
    VerdictKind.SEAL_DAMAGED: "the seal is missing or damaged",
    VerdictKind.ROLLED_BACK: "older than what was last saved (entry {known:,}, now {found:,})",
    VerdictKind.FORKED: "it went two ways from entry {known:,} or before it",
    VerdictKind.HEADER_ROLLED_BACK: "its key file is older than the one last seen here",
    VerdictKind.HEADER_FORKED: "its key file was changed in two places",
    VerdictKind.DAMAGED: "the drafts are not those that were saved",
}
_COPIES = {
    Copy.SOUND: "sound",
    Copy.MISSING: "missing",
    Copy.UNREADABLE: "not readable",
    Copy.DAMAGED: "damaged",
    Copy.CHANGED: "changed by something else",
    Copy.TOO_NEW: "of a newer version",
}
_FILES = {
    File.THERE: "there",
    File.MISSING: "missing",
    File.UNREADABLE: "not readable",
    File.CUT_OFF: "cut off",
    File.OF_ANOTHER_VAULT: "that of another vault",
}


def as_text(outside: Outside, inside: Inside | None) -> str:
    """Some lines for people."""
    header = outside.header
    lines = [
        f"{header.name}, made {header.created_at:%Y-%m-%d}",
        f"Header {header.header_seq}: "
        + ", ".join(
            f"{name} {_COPIES[copy]}" for name, copy in zip(COPIES, outside.copies, strict=True)
        ),
        f"Ways in: {', '.join(outside.kinds)} (kit {outside.kit_number})",
        f"Files: database {_FILES[outside.database]}, seal {_FILES[outside.seal]}",
    ]
    if inside is None:
        return "\n".join([*lines, "Not opened: without a secret no more can be told.", ""])
    verdict, outcome = inside.standing.verdict, inside.outcome
    told = _VERDICTS[verdict.kind].format(known=verdict.known, found=verdict.found)
    compared = "compared" if inside.standing.pin_compared else "not compared"
    lines += [
        f"Standing: {told}; {compared} with this computer",
        f"Checked: {outcome.entries:,} entries, {outcome.rows:,} rows",
        *(_fault(fault_to_builtins(fault)) for fault in outcome.faults),
    ]
    if outcome.more:
        lines.append("Fault: and more")
    lines.append("Everything is in order." if inside.is_sound and outside.is_sound else "NOT SOUND")
    return "\n".join([*lines, ""])


def as_json(outside: Outside, inside: Inside | None) -> dict[str, Any]:
    """The same for programs; `inside` is null without a secret."""
    header = outside.header
    return {
        "vault_id": str(header.vault_id),
        "name": header.name,
        "created_at": header.created_at.isoformat(),
        "header": {
            "seq": header.header_seq,
            "epoch": header.epoch,
            "copies": dict(zip(COPIES, (copy.value for copy in outside.copies), strict=True)),
            "ways_in": list(outside.kinds),
            "kit_number": outside.kit_number,
        },
        "database": outside.database.value,
        "seal": outside.seal.value,
        "inside": None if inside is None else _inside(inside),
        "sound": outside.is_sound and (inside is None or inside.is_sound),
    }


def _inside(inside: Inside) -> dict[str, Any]:
    standing, outcome = inside.standing, inside.outcome
    last_saved = standing.last_saved
    return {
        "verdict": standing.verdict.kind.value,
        "known": standing.verdict.known,
        "found": standing.verdict.found,
        "pin_compared": standing.pin_compared,
        "last_saved": None if last_saved is None else last_saved.utc.isoformat(),
        "entries": outcome.entries,
        "rows": outcome.rows,
        "faults": [fault_to_builtins(fault) for fault in outcome.faults],
        "more_faults": outcome.more,
    }


def _fault(fault: dict[str, Any]) -> str:
    told = [str(value) for value in fault.values() if value not in {None, ""}]
    return f"Fault: {' '.join(told)}"
