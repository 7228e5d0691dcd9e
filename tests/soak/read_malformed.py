"""Opens a vault with malformed headers and prints, as JSON, what came of it: FOLDER SEED COUNT.

A process of its own, so that its memory is that of reading headers alone. No key is derived from
a passphrase: that a header gets as far is counted instead.
"""

import json
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import NoReturn

from crypto.errors import CryptoError
from crypto.primitives.kdf import APP_COSTS, Argon2Cost
from crypto.slots import passphrase
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import Way
from crypto.vault.header_files import COPIES
from crypto.vault.vault import look_at, open_vault
from tests.soak.malformed import malformed
from tests.soak.memory import forget_peak, peak_kib

WARM_UP = 200  # headers, until everything is imported that ever will be


class DerivationReached(Exception):
    """A key would be derived now."""


def refuse(secret: bytes, salt: bytes, cost: Argon2Cost) -> NoReturn:
    """In place of Argon2id."""
    assert cost in APP_COSTS, cost
    raise DerivationReached


def came_of(folder: Path, data: bytes, whole: bytes, way: Way) -> str:
    """The name of what opening a vault with this header raises; anything else ends the process."""
    for name in COPIES:
        (folder / name).write_bytes(data)
    with suppress(CryptoError):
        look_at(folder)
    try:
        vault = open_vault(folder, way)
    except (CryptoError, DerivationReached) as error:
        return type(error).__name__
    vault.close()
    assert data == whole, data
    return "opened"


def main(place: str, seed: str, count: int) -> None:
    """Prints how often each came, and by how many KiB memory grew at most."""
    folder, chance = Path(place), Random(seed)
    words = tuple((folder.parent / "words").read_text("ascii").split())
    whole = (folder / COPIES[0]).read_bytes()
    ways = PassphraseWay("saddle thirty quiet orchard"), RecoveryWay(words)
    passphrase.argon2id = refuse
    found: Counter[str] = Counter()
    before = 0
    for number in range(WARM_UP + count):
        if number == WARM_UP:
            found.clear()
            before = forget_peak()
        data = malformed(whole, chance)
        try:
            found[came_of(folder, data, whole, ways[number % 2])] += 1
        except BaseException:
            sys.stderr.write(f"header {number}: {data[:2000]!r}\n")
            raise
    json.dump({"came": found, "grew_kib": peak_kib() - before}, sys.stdout)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
