"""Which number the new kit has of a vault that was restored by its backup's passphrase."""

import secrets

FURTHER_ON = range(100, 1000)  # than the kit that the backup opens with


def number_for(kit_number: int) -> int:
    """One that the kits of no other vault of this backup are likely to have, each counting on."""
    return kit_number + secrets.choice(FURTHER_ON)
