"""Large figures are written in groups of three."""

import pytest

from ui.words.figures import figure


@pytest.mark.parametrize(("count", "written"), [(0, "0"), (999, "999"), (1482, "1,482")])
def test_a_figure_is_grouped(count: int, written: str) -> None:
    assert figure(count) == written
