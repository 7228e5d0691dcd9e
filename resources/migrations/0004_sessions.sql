-- Sessions, and their notes once these are final. A note that is not final is a draft.

CREATE TABLE sessions (
    id           BLOB    PRIMARY KEY CHECK (length(id) = 16),
    client_id    BLOB    NOT NULL REFERENCES clients (id),
    number       INTEGER NOT NULL CHECK (number >= 1),
    started_ms   INTEGER NOT NULL,
    started_zone TEXT    NOT NULL,
    ended_ms     INTEGER,
    ended_zone   TEXT,
    UNIQUE (client_id, number),
    CHECK ((ended_ms IS NULL) = (ended_zone IS NULL)),
    CHECK (ended_ms IS NULL OR ended_ms >= started_ms)
) STRICT;

CREATE TRIGGER sessions_no_delete BEFORE DELETE ON sessions
WHEN OLD.client_id NOT IN (SELECT client_id FROM erasure_running)
BEGIN SELECT RAISE(ABORT, 'a session is only deleted by erasure'); END;

CREATE TABLE session_notes (
    session_id BLOB    PRIMARY KEY REFERENCES sessions (id),
    client_id  BLOB    NOT NULL REFERENCES clients (id),
    content    BLOB    NOT NULL,
    final_ms   INTEGER NOT NULL,
    final_zone TEXT    NOT NULL
) STRICT;

CREATE TRIGGER session_notes_no_update BEFORE UPDATE ON session_notes
BEGIN SELECT RAISE(ABORT, 'a final note only gains addenda'); END;
CREATE TRIGGER session_notes_no_delete BEFORE DELETE ON session_notes
WHEN OLD.client_id NOT IN (SELECT client_id FROM erasure_running)
BEGIN SELECT RAISE(ABORT, 'a final note is only deleted by erasure'); END;
