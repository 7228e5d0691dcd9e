"""What a database holds, row by row: to tell whether a restored vault is what was backed up."""

import hashlib
from dataclasses import dataclass

from crypto.vault.connection import VaultConnection

# Counts of writes, and what a backup leaves out on purpose.
LEFT_OUT = {"meta", "writes", "backup_roots"}
# What of a table there was before; a restored vault notes the backup of `until` that it came from.
GROWS = {
    "ledger_chain": "<=",
    "ledger_rows": "<=",
    "vault_events": "<=",
    "backups": "<",
}
# What a check says of itself, and what is said of the ways in, which a restored vault has anew.
ABOUT_ITSELF = ("last_check", "ways_in.known", "kit.kept")


@dataclass(frozen=True)
class Rows:
    """Every table's rows as one hash each, the ledger's up to an entry."""

    until: int
    tables: tuple[tuple[str, str], ...]

    def line(self) -> str:
        """As one word."""
        together = repr(self.tables).encode()
        return f"{self.until}:{hashlib.sha256(together).hexdigest()}"


def rows_of(connection: VaultConnection, until: int | None = None) -> Rows:
    """What is there, of the ledger no more than its first `until` entries; all of it without."""
    ((newest,),) = connection.execute("SELECT coalesce(max(generation), 0) FROM ledger_chain")
    last = int(str(newest)) if until is None else until
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return Rows(
        last,
        tuple(
            (str(name), _hashed(connection, str(name), last))
            for (name,) in names
            if name not in LEFT_OUT
        ),
    )


def _hashed(connection: VaultConnection, name: str, until: int) -> str:
    grows = f" WHERE generation {GROWS[name]} {until}" if name in GROWS else ""
    rows = connection.execute(f'SELECT * FROM "{name}"{grows} ORDER BY rowid')
    kept = [row for row in rows if not any(each in row for each in ABOUT_ITSELF)]
    return hashlib.sha256(repr(kept).encode()).hexdigest()
