-- What happened to the vault itself: the content of entries that belong to no record.

CREATE TABLE vault_events (
    generation INTEGER PRIMARY KEY REFERENCES ledger_chain (generation),
    content    TEXT    NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE TRIGGER vault_events_no_update BEFORE UPDATE ON vault_events
BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END;
CREATE TRIGGER vault_events_no_delete BEFORE DELETE ON vault_events
BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END;
