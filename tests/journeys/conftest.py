"""Journeys drive the whole app on a real screen; bash packaging/test.sh gives them one."""

from pathlib import Path

import pytest

from tests.support.desktop import Home, fresh_home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home that nothing was written to yet."""
    return fresh_home(tmp_path)
