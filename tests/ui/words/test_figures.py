"""Large figures are written in groups of three, sizes in the unit that keeps them short."""

import pytest

from ui.words.figures import figure, size_words


@pytest.mark.parametrize(("count", "written"), [(0, "0"), (999, "999"), (1482, "1,482")])
def test_a_figure_is_grouped(count: int, written: str) -> None:
    assert figure(count) == written


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (0, "0 kB"),
        (4096, "4 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (41_600_000, "41.6 MB"),
        (999_960_000, "1.0 GB"),
        (2_147_483_648, "2.1 GB"),
    ],
)
def test_a_size_is_counted_as_drives_are(size: int, written: str) -> None:
    assert size_words(size) == written
