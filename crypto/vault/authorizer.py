"""What a database that comes from outside may be asked: to be read, and no more.

The driver calls this for every part of every statement, also for those that a view, a trigger or
a virtual table of that database would run.
"""

# <sqlite3.h>
_OK, _DENY = 0, 1
_PRAGMA, _READ, _SELECT, _TRANSACTION, _FUNCTION, _RECURSIVE = 19, 20, 21, 22, 31, 33
_READING = {_READ, _SELECT, _TRANSACTION, _RECURSIVE}

# What the app's own statements use; none of them makes much out of little.
_FUNCTIONS = {
    "abs", "bm25", "coalesce", "count", "glob", "hex", "ifnull", "instr", "json_array",
    "json_group_array", "length", "like", "lower", "match", "max", "min", "nullif", "replace",
    "substr", "sum", "total", "trim", "typeof", "upper",
}  # fmt: skip
_LOOKED_UP = {
    "application_id", "cipher_integrity_check", "cipher_version", "data_version", "encoding",
    "foreign_keys", "freelist_count", "page_count", "page_size", "query_only", "schema_version",
    "user_version",
}  # fmt: skip
# These say of what they are asked; none of them sets anything.
_ASKED_OF = {
    "foreign_key_check", "foreign_key_list", "index_info", "index_list", "index_xinfo",
    "integrity_check", "quick_check", "table_info", "table_list", "table_xinfo",
}  # fmt: skip


def allow_reading(
    action: int, first: str | None, second: str | None, _database: str | None, _by: str | None
) -> int:
    """The driver's answer to one part of a statement."""
    if action in _READING:
        allowed = True
    elif action == _FUNCTION:
        allowed = (second or "").lower() in _FUNCTIONS
    elif action == _PRAGMA:
        name = (first or "").lower()
        allowed = name in _ASKED_OF or (name in _LOOKED_UP and second is None)
    else:
        allowed = False
    return _OK if allowed else _DENY
