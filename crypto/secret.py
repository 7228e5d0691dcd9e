"""SecretBytes: bytes that are not printed, not pickled, compared in constant time, and wiped."""

import hmac
from types import TracebackType
from typing import NoReturn, Self


class SecretBytes:
    """Holds a secret until it is wiped.

    Wiping overwrites this buffer only; copies that the interpreter or a library made stay until
    the process ends, which is why locking replaces the process.
    """

    __slots__ = ("_buffer",)

    def __init__(self, data: bytes) -> None:
        self._buffer = bytearray(data)

    def reveal(self) -> bytes:
        """A copy of the secret; empty once wiped."""
        return bytes(self._buffer)

    def wipe(self) -> None:
        """Overwrites the secret with zeros, then forgets its length too."""
        self._buffer[:] = bytes(len(self._buffer))
        self._buffer.clear()

    def __len__(self) -> int:
        return len(self._buffer)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SecretBytes):
            return NotImplemented
        return hmac.compare_digest(self._buffer, other._buffer)

    __hash__ = None  # pyright: ignore[reportAssignmentType]  a secret is no key of a set or dict

    def __repr__(self) -> str:
        return "SecretBytes(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not pickled")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.wipe()
