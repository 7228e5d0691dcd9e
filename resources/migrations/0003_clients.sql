-- The people coached.

CREATE TABLE clients (
    id             BLOB    PRIMARY KEY CHECK (length(id) = 16),
    name           TEXT    NOT NULL CHECK (name <> ''),
    pronouns       TEXT    NOT NULL CHECK (pronouns IN ('', 'she', 'he', 'they')),
    role           TEXT    NOT NULL,
    contact        TEXT    NOT NULL,
    goals          TEXT    NOT NULL,
    needs          TEXT    NOT NULL,
    prefers        TEXT    NOT NULL,
    avoid          TEXT    NOT NULL,
    if_not_working TEXT    NOT NULL,
    since_ms       INTEGER NOT NULL,
    since_zone     TEXT    NOT NULL,
    archived_ms    INTEGER,
    archived_zone  TEXT,
    CHECK ((archived_ms IS NULL) = (archived_zone IS NULL))
) STRICT;

CREATE TRIGGER clients_no_delete BEFORE DELETE ON clients
WHEN OLD.id NOT IN (SELECT client_id FROM erasure_running)
BEGIN SELECT RAISE(ABORT, 'a client is only deleted by erasure'); END;
