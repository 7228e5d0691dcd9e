"""What keeps a vault from opening as usual, and not from being read."""

from crypto.errors import SaveNotDurable, VaultDamaged, VaultReadOnly

_READABLE = (VaultReadOnly, VaultDamaged, SaveNotDurable)


def may_be_read(error: Exception | None) -> bool:
    """Whether opening it for reading alone is worth a try after `error`."""
    return isinstance(error, _READABLE)
