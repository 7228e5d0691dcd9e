-- Ledger, drafts, the meta row that the seal pins, erasure, and settings kept in the vault.

CREATE TABLE meta (
    one           INTEGER PRIMARY KEY CHECK (one = 1),
    write_no      INTEGER NOT NULL CHECK (write_no >= 0),
    drafts_sha256 BLOB    NOT NULL CHECK (length(drafts_sha256) = 32)
) STRICT;

CREATE TRIGGER meta_stays BEFORE DELETE ON meta
BEGIN SELECT RAISE(ABORT, 'meta is never deleted'); END;

-- The client who is being erased; set and cleared within one transaction.
CREATE TABLE erasure_running (
    client_id BLOB PRIMARY KEY CHECK (length(client_id) = 16)
) STRICT;

CREATE TABLE ledger_chain (
    generation INTEGER PRIMARY KEY CHECK (generation >= 1),
    at_ms      INTEGER NOT NULL,
    commitment BLOB    NOT NULL CHECK (length(commitment) = 32),
    head       BLOB    NOT NULL CHECK (length(head) = 32)
) STRICT;

CREATE TRIGGER ledger_chain_no_update BEFORE UPDATE ON ledger_chain
BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END;
CREATE TRIGGER ledger_chain_no_delete BEFORE DELETE ON ledger_chain
BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END;

CREATE TABLE ledger_rows (
    generation INTEGER PRIMARY KEY REFERENCES ledger_chain (generation),
    kind       TEXT    NOT NULL CHECK (kind GLOB '[a-z]*/[1-9]*'),
    subject_id BLOB    NOT NULL CHECK (length(subject_id) = 16),
    actor      TEXT    NOT NULL,
    nonce      BLOB    NOT NULL CHECK (length(nonce) = 32)
) STRICT;

CREATE INDEX ledger_rows_by_subject ON ledger_rows (subject_id, generation);

CREATE TRIGGER ledger_rows_no_update BEFORE UPDATE ON ledger_rows
BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END;
CREATE TRIGGER ledger_rows_no_delete BEFORE DELETE ON ledger_rows
WHEN NOT EXISTS (SELECT 1 FROM erasure_running)
BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END;

-- Autosaved texts that are not final yet; sha256 is of content.
CREATE TABLE drafts (
    id         BLOB    PRIMARY KEY CHECK (length(id) = 16),
    kind       TEXT    NOT NULL,
    client_id  BLOB    CHECK (client_id IS NULL OR length(client_id) = 16),
    content    BLOB    NOT NULL,
    sha256     BLOB    NOT NULL CHECK (length(sha256) = 32),
    written_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE vault_settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
