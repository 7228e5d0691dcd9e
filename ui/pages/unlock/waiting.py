"""How long the lock screen waits after a wrong passphrase, so that guessing by hand gets slow.

It is for whoever sits down at the laptop. What makes guessing from a copy slow is the key
derivation.
"""

LONGEST = 60  # seconds


def seconds_to_wait(wrong_tries: int) -> int:
    """The wait after so many wrong passphrases in a row: 1, 2, 4, 8 ... up to a minute."""
    return min(2 ** (wrong_tries - 1), LONGEST) if wrong_tries else 0
