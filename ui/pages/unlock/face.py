"""What the lock screen knows of a vault: its name and how it opens, nothing else."""

from dataclasses import dataclass

from ui.ways_in.way_choice import WayChoice


@dataclass(frozen=True)
class Face:
    """A vault from outside."""

    name: str
    form: WayChoice
    has_passphrase: bool = False  # opens by a passphrase alone, too
    writable: bool = True
    only_kit: bool = False  # restored, and nobody said yet how it opens here

    @property
    def other_form(self) -> WayChoice | None:
        """The other way in that can be tried on this page, if there is one."""
        return WayChoice.PASSPHRASE if self.has_passphrase and self.form.needs_store else None
