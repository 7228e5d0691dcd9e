"""How often each proof is repeated: a little every day, in full with --soak."""

from typing import NamedTuple


class Count(NamedTuple):
    """Repetitions in the everyday suite, and those that the vault's specification asks for."""

    everyday: int
    full: int


KILLS_OF_A_WRITER = Count(25, 940)
KILLS_CHANGING_WAYS_IN = Count(10, 300)
KILLS_CHANGING_THE_KEY = Count(10, 300)
KILLS_BACKING_UP = Count(6, 300)
KILLS_OF_THE_CARRIER = Count(6, 300)
KILLS_RESTORING = Count(8, 300)
KILLS_REWRAPPING = Count(10, 300)
KILLS_OF_THE_WINDOW = Count(1, 60)
POWER_CUTS = Count(40, 500)
POWER_CUTS_WHILE_CHANGING = Count(15, 250)  # ways in; the key
POWER_CUTS_BACKING_UP = Count(15, 250)
POWER_CUTS_RESTORING = Count(15, 250)
POWER_CUTS_REWRAPPING = Count(20, 250)
BIT_FLIPS = Count(120, 10_000)
BIT_FLIPS_IN_A_BACKUP = Count(300, 10_000)
ROLLBACKS = Count(60, 5_000)
TEN_YEARS_OF_BACKUPS = Count(1, 50)
CRASH_HISTORIES = Count(40, 10_000)
HEADERS = Count(1_000, 100_000)
MEMORY_SCANS = Count(1, 50)
TRACED_SESSIONS = Count(1, 3)
TRACED_TOURS = Count(0, 1)
OPENINGS_AT_ONCE = Count(3, 100)  # times 20
STARTS_AT_ONCE = Count(1, 10)  # times 20
NOTES_OF_A_LARGE_VAULT = Count(1_500, 57_000)  # 5 and 200 megabytes
