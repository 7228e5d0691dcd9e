"""A vault's reserve of a few kilobytes, for all tests that aren't about its size."""

from collections.abc import Iterator

import pytest

from crypto.vault import reserve


@pytest.fixture(autouse=True, scope="module")
def small_reserve() -> Iterator[None]:
    """Random bytes, written and copied: eight megabytes are most of what a vault costs to make."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reserve, "_BYTES", 64 * 1024)
        yield
