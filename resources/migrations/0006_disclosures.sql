-- Everything that left the vault about a client.

CREATE TABLE disclosures (
    id            BLOB    PRIMARY KEY CHECK (length(id) = 16),
    client_id     BLOB    NOT NULL REFERENCES clients (id),
    what          TEXT    NOT NULL CHECK (what IN ('consent_record')),
    to_whom       TEXT    NOT NULL CHECK (to_whom IN ('client')),
    at_ms         INTEGER NOT NULL,
    at_zone       TEXT    NOT NULL,
    record_number TEXT    NOT NULL UNIQUE,
    pdf_sha256    BLOB    NOT NULL CHECK (length(pdf_sha256) = 32),
    json_sha256   BLOB    NOT NULL CHECK (length(json_sha256) = 32)
) STRICT;

CREATE TRIGGER disclosures_no_update BEFORE UPDATE ON disclosures
BEGIN SELECT RAISE(ABORT, 'a disclosure is never edited'); END;
CREATE TRIGGER disclosures_no_delete BEFORE DELETE ON disclosures
WHEN OLD.client_id NOT IN (SELECT client_id FROM erasure_running)
BEGIN SELECT RAISE(ABORT, 'a disclosure is only deleted by erasure'); END;
