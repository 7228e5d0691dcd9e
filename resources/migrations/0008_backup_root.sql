-- What opens the backups made while a Recovery Kit was in force, by the kit's number. A row that no
-- header's kit has is left over from a kit that was never finished, and is written over.

CREATE TABLE backup_roots (
    kit_number INTEGER PRIMARY KEY CHECK (kit_number >= 1),
    root       BLOB    NOT NULL CHECK (length(root) = 32)
) STRICT;
