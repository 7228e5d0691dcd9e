"""For a callback that must not be called."""


def never(what: object = None) -> None:
    """Fails the test; `what` is the answer or error that came, if there was one."""
    raise AssertionError(f"not expected: {what!r}")
