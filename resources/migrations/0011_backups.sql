-- Backups that were made and proven, wherever they lie. A row stays when its file is removed.

CREATE TABLE backups (
    id              BLOB    PRIMARY KEY CHECK (length(id) = 16),
    folder          TEXT    NOT NULL CHECK (folder <> ''),
    file_name       TEXT    NOT NULL CHECK (file_name <> ''),
    made_ms         INTEGER NOT NULL,
    made_zone       TEXT    NOT NULL,
    bytes           INTEGER NOT NULL CHECK (bytes > 0),
    entries         INTEGER NOT NULL CHECK (entries >= 0),
    row_count       INTEGER NOT NULL CHECK (row_count >= 0),
    generation      INTEGER NOT NULL CHECK (generation >= 0),
    kit_number      INTEGER NOT NULL CHECK (kit_number >= 1),
    with_passphrase INTEGER NOT NULL CHECK (with_passphrase IN (0, 1)),
    state           TEXT    NOT NULL CHECK (state IN ('checked', 'tried')),
    removed_ms      INTEGER,
    removed_zone    TEXT,
    CHECK ((removed_ms IS NULL) = (removed_zone IS NULL))
) STRICT;

CREATE TRIGGER backups_no_delete BEFORE DELETE ON backups
BEGIN SELECT RAISE(ABORT, 'what was made stays written down'); END;
