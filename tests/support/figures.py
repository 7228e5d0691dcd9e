"""What the benchmarks share: a place on the real disk, notes of a size, how figures are told."""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.core.clock import Moment
from app.records.session_notes.record import Paragraph

ROOT = Path(__file__).resolve().parent.parent.parent
SENTENCES = (
    "Spoke about the meeting with the board, and what it would take to say no.",
    "She came in tired and left with one thing to try before Thursday.",
    "Asked what a good week would look like; a long silence, then a list of four.",
    "Wants to tell Jonas first, in person, and to write the rest down afterwards.",
)
PARAGRAPH = 4  # sentences


@contextmanager
def disk_folder() -> Generator[Path]:
    """An empty folder on the project's disk; a temporary one may lie in memory, without fsync."""
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as folder:
        yield Path(folder)


def ordinary_paragraphs(kilobytes: int, at: Moment) -> tuple[Paragraph, ...]:
    """A note of about so many kilobytes (1,000 bytes), in paragraphs of four sentences."""
    paragraphs: list[Paragraph] = []
    size = 0
    while size < kilobytes * 1000:
        first = len(paragraphs)
        chosen = [SENTENCES[(first + i) % len(SENTENCES)] for i in range(PARAGRAPH)]
        paragraphs.append(Paragraph(" ".join(chosen), at))
        size += len(paragraphs[-1].text)
    return tuple(paragraphs)


def milliseconds(call: Callable[[], object], times: int, warm_up: int = 20) -> list[float]:
    """How long each of `times` calls took, after some that are not counted."""
    for _ in range(warm_up):
        call()
    taken: list[float] = []
    for _ in range(times):
        begun = time.perf_counter()
        call()
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


def percentile(samples: Sequence[float], part: float) -> float:
    """The smallest sample that `part` (0 to 1) of all samples do not exceed."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, max(0, round(part * len(ordered) + 0.5) - 1))]


def tell(what: str, samples: Sequence[float], unit: str = "ms") -> None:
    """Prints one line: median, 99th percentile, extremes and count."""
    sys.stdout.write(
        f"{what}: p50 {statistics.median(samples):.2f} {unit}, p99 {percentile(samples, 0.99):.2f} "
        f"{unit}, min {min(samples):.2f}, max {max(samples):.2f} (n={len(samples)})\n"
    )
    sys.stdout.flush()
