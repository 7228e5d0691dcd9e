"""The libraries' versions are those that the libraries say."""

import re

from app.workflows.privacy_check.finding import Fact
from app.workflows.privacy_check.versions import look


def test_all_three_are_named() -> None:
    found = look()
    assert found.fact is Fact.VERSIONS_KNOWN
    assert len(found.values) == 3
    assert all(re.match(r"\d+\.\d+", str(version)) for version in found.values)
