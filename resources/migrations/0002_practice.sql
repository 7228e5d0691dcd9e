-- Who the coach is: one row.

CREATE TABLE practice (
    id             BLOB PRIMARY KEY CHECK (length(id) = 16),
    practice_name  TEXT NOT NULL,
    coach_name     TEXT NOT NULL,
    email          TEXT NOT NULL,
    phone          TEXT NOT NULL,
    postal_address TEXT NOT NULL,
    jurisdiction   TEXT NOT NULL,
    zone           TEXT NOT NULL CHECK (zone <> '')
) STRICT;
