-- Purposes with their notices; consents and the events that are only ever appended.

CREATE TABLE purposes (
    id        BLOB    PRIMARY KEY CHECK (length(id) = 16),
    key       TEXT    NOT NULL UNIQUE,
    template  TEXT    NOT NULL CHECK (json_valid(template)),
    made_ms   INTEGER NOT NULL,
    made_zone TEXT    NOT NULL
) STRICT;

CREATE TABLE notices (
    id         BLOB    PRIMARY KEY CHECK (length(id) = 16),
    purpose_id BLOB    NOT NULL REFERENCES purposes (id),
    version    INTEGER NOT NULL CHECK (version >= 1),
    language   TEXT    NOT NULL CHECK (language <> ''),
    text       TEXT    NOT NULL CHECK (text <> ''),
    UNIQUE (purpose_id, version)
) STRICT;

CREATE TRIGGER notices_no_update BEFORE UPDATE ON notices
BEGIN SELECT RAISE(ABORT, 'a notice is never edited'); END;
CREATE TRIGGER notices_no_delete BEFORE DELETE ON notices
BEGIN SELECT RAISE(ABORT, 'a notice is never deleted'); END;

CREATE TABLE consents (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    client_id  BLOB NOT NULL REFERENCES clients (id),
    purpose_id BLOB NOT NULL REFERENCES purposes (id),
    UNIQUE (client_id, purpose_id)
) STRICT;

CREATE TRIGGER consents_no_update BEFORE UPDATE ON consents
BEGIN SELECT RAISE(ABORT, 'a consent changes by events alone'); END;
CREATE TRIGGER consents_no_delete BEFORE DELETE ON consents
WHEN OLD.client_id NOT IN (SELECT client_id FROM erasure_running)
BEGIN SELECT RAISE(ABORT, 'a consent is only deleted by erasure'); END;

CREATE TABLE consent_events (
    id            BLOB    PRIMARY KEY CHECK (length(id) = 16),
    consent_id    BLOB    NOT NULL REFERENCES consents (id),
    client_id     BLOB    NOT NULL REFERENCES clients (id),
    notice_id     BLOB    NOT NULL REFERENCES notices (id),
    number        INTEGER NOT NULL CHECK (number >= 1),
    kind          TEXT    NOT NULL
                  CHECK (kind IN ('requested', 'given', 'refused', 'withdrawn', 'renewed')),
    at_ms         INTEGER NOT NULL,
    at_zone       TEXT    NOT NULL,
    recorded_ms   INTEGER NOT NULL CHECK (recorded_ms >= at_ms),
    recorded_zone TEXT    NOT NULL,
    method        TEXT    NOT NULL CHECK (method IN ('aloud', 'on_paper', 'email', 'message')),
    ends_on       TEXT    CHECK (ends_on IS NULL OR kind IN ('given', 'renewed')),
    remark        TEXT    NOT NULL,
    UNIQUE (client_id, number)
) STRICT;

CREATE INDEX consent_events_by_consent ON consent_events (consent_id, number);

CREATE TRIGGER consent_events_no_update BEFORE UPDATE ON consent_events
BEGIN SELECT RAISE(ABORT, 'a consent event is never edited'); END;
CREATE TRIGGER consent_events_no_delete BEFORE DELETE ON consent_events
WHEN OLD.client_id NOT IN (SELECT client_id FROM erasure_running)
BEGIN SELECT RAISE(ABORT, 'a consent event is only deleted by erasure'); END;
