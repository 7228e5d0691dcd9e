"""A vault of any earlier format opens for ever, with everything that was in it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.workspace import open_workspace
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import Way
from tests.support.fixed_clock import FixedClock
from tests.support.freeze_vault import describe

VECTORS = Path(__file__).resolve().parent.parent / "vectors"
FROZEN = sorted(VECTORS.glob("vault-format-*"))


SECRETS = ("passphrase", "words")


def contents(frozen: Path) -> dict[str, Any]:
    return json.loads((frozen / "contents.json").read_text(encoding="utf-8"))


def same(found: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Whether all that was frozen is found; later versions may find more."""
    return all(found[key] == expected[key] for key in expected if key not in SECRETS)


def thawed(frozen: Path, folder: Path, way: Way) -> dict[str, Any]:
    """What a copy of the vault holds; the frozen one is never written to."""
    shutil.copytree(frozen / "vault", folder / "vault")
    workspace = open_workspace(folder / "vault", way, FixedClock())
    try:
        return json.loads(json.dumps(describe(workspace)))
    finally:
        workspace.close()


def test_there_is_a_frozen_vault_of_the_first_format() -> None:
    assert FROZEN[0].name == "vault-format-1"


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda frozen: frozen.name)
def test_a_frozen_vault_opens_by_its_passphrase(frozen: Path, tmp_path: Path) -> None:
    expected = contents(frozen)
    found = thawed(frozen, tmp_path, PassphraseWay(expected["passphrase"]))
    assert same(found, expected)


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda frozen: frozen.name)
def test_a_frozen_vault_opens_by_its_recovery_kit(frozen: Path, tmp_path: Path) -> None:
    expected = contents(frozen)
    found = thawed(frozen, tmp_path, RecoveryWay(tuple(expected["words"])))
    assert same(found, expected)


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda frozen: frozen.name)
def test_a_frozen_vault_that_is_only_read_is_verified_as_it_is(
    frozen: Path, tmp_path: Path
) -> None:
    shutil.copytree(frozen / "vault", tmp_path / "vault")
    way = PassphraseWay(contents(frozen)["passphrase"])
    workspace = open_workspace(tmp_path / "vault", way, FixedClock(), read_only=True)
    outcome = workspace.integrity.check_at_once()
    workspace.close()
    assert (outcome.faults, outcome.rows > 8) == ((), True)
