import pytest

from crypto.vault.authorizer import allow_reading

OK, DENY = 0, 1
# <sqlite3.h>
READ, SELECT, PRAGMA, FUNCTION, ATTACH = 20, 21, 19, 31, 24


@pytest.mark.parametrize(
    ("action", "first", "second", "answer"),
    [
        (SELECT, None, None, OK),
        (READ, "kept", "text", OK),
        (FUNCTION, None, "count", OK),
        (FUNCTION, None, "COUNT", OK),
        (FUNCTION, None, "load_extension", DENY),
        (FUNCTION, None, None, DENY),
        (PRAGMA, "user_version", None, OK),
        (PRAGMA, "user_version", "3", DENY),
        (PRAGMA, "USER_VERSION", None, OK),
        (PRAGMA, "table_info", "kept", OK),
        (PRAGMA, "key", None, DENY),
        (PRAGMA, None, None, DENY),
        (ATTACH, "elsewhere", None, DENY),
    ],
)
def test_reading_is_allowed(
    action: int, first: str | None, second: str | None, answer: int
) -> None:
    assert allow_reading(action, first, second, "main", None) == answer


def test_nothing_that_sqlite_may_come_to_know_is_allowed() -> None:
    reading = {20, 21, 22, 33}
    others = set(range(200)) - reading
    assert {allow_reading(action, "a", "b", None, None) for action in others} == {DENY}
