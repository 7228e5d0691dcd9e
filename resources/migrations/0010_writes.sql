-- What each of the last writes left, hashed: a seal or a pin of another history is not among them.

CREATE TABLE writes (
    write_no INTEGER PRIMARY KEY CHECK (write_no >= 1),
    sha256   BLOB    NOT NULL CHECK (length(sha256) = 32)
) STRICT;

CREATE TRIGGER writes_no_update BEFORE UPDATE ON writes
BEGIN SELECT RAISE(ABORT, 'what a write left never changes'); END;
