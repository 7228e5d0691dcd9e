"""Which tables of a damaged vault come over, and how: every table is in one of these lists."""

from collections.abc import Mapping

from app.records.backups.verified import BACKUPS
from app.workflows.every_kind import VERIFIED

# The old vault's backups are its own: the new one's kit opens none of them.
KINDS = tuple(kind for kind in VERIFIED if kind is not BACKUPS)
# Rows that an entry about another record vouches for, by the family of that one.
BESIDE: Mapping[str, str] = {"consents": "consent_event", "notices": "purpose"}
# The old ledger is read, and a new one is begun.
LEDGER = frozenset({"ledger_chain", "ledger_rows", "vault_events"})
DRAFTS, SETTINGS, META = "drafts", "vault_settings", "meta"
# Of the old vault alone: its write numbers, its backups, and what opens them by its old kits.
LEFT = frozenset({"erasure_running", BACKUPS.table, "backup_roots", "writes"})


def of_records() -> tuple[str, ...]:
    """The tables of every kind of record, with those beside them."""
    tables = dict.fromkeys(kind.table for kind in KINDS)
    return (*tables, *BESIDE)


def all_known() -> frozenset[str]:
    """Every table that salvage knows what to do with."""
    return frozenset({*of_records(), *LEDGER, *LEFT, DRAFTS, SETTINGS, META})


def beside(family: str) -> tuple[str, ...]:
    """The tables that hold a part of what entries of this family vouch for."""
    return tuple(table for table, of in BESIDE.items() if of == family)
