"""Something long on the vault's worker, as the GUI thread holds it."""

from collections.abc import Callable


class LongCall:
    """What was asked for, until it ends or is cancelled."""

    def __init__(self, token: int, forget: Callable[[int], object]) -> None:
        """`forget` is called with `token` when it is cancelled."""
        self.token = token
        self._forget = forget
        self._cancelled = False

    def cancel(self) -> None:
        """Ends it at its next step; nothing more is told of it."""
        self._cancelled = True
        self._forget(self.token)

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._cancelled
