"""What the lock screen knows of a vault: its name and how it opens, nothing else."""

from dataclasses import dataclass

from ui.ways_in.opening import Opening


@dataclass(frozen=True)
class Face:
    """A vault from outside."""

    name: str
    form: Opening
