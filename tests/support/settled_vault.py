"""A vault opened as the app opens one that is as it was left: repaired and tidied up at once."""

from pathlib import Path

from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.slot import Way
from crypto.vault.open_vault import Vault
from crypto.vault.vault import open_vault


def open_settled(folder: Path, way: Way) -> Vault:
    """Opens it at no cost, and settles it."""
    vault = open_vault(folder, way, costs=TEST_ONLY_COSTS)
    vault.settle()
    return vault
