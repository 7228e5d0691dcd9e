"""What the long proofs share: how often, from which seed, with how much patience, and figures."""

import secrets
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.soak.counts import Count

HERE = Path(__file__).parent
LONGEST = Count(5 * 60, 4 * 60 * 60)  # seconds that a proof may take, on a busy computer too


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Gives the proofs time for their counts."""
    in_full = config.getoption("--soak") or config.getoption("--soak-count")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.timeout(LONGEST.full if in_full else LONGEST.everyday))


@pytest.fixture
def times(soak: bool, request: pytest.FixtureRequest) -> Callable[[Count], int]:
    """How often a proof is repeated in this run."""
    chosen: int | None = request.config.getoption("--soak-count")

    def of(count: Count) -> int:
        if chosen is not None:
            return chosen
        return count.full if soak else count.everyday

    return of


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Tells what was counted; the lines stand together at the end of the run."""
    return lambda line: record_property("figure", line)


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> Random:
    """Chance that can be had again: a failed test shows its seed, --soak-seed takes it."""
    seed: str = request.config.getoption("--soak-seed") or secrets.token_hex(4)
    print(f"--soak-seed {seed}")  # noqa: T201  pytest shows it when the test fails
    return Random(seed)
