"""What the lock screen knows of a vault: its name and how it opens, nothing else."""

from dataclasses import dataclass

from ui.ways_in.opening import Opening


@dataclass(frozen=True)
class Face:
    """A vault from outside."""

    name: str
    form: Opening
    has_passphrase: bool = False  # opens by a passphrase alone, too
    writable: bool = True

    @property
    def other_form(self) -> Opening | None:
        """The other way in that can be tried on this page, if there is one."""
        return Opening.PASSPHRASE if self.has_passphrase and self.form.needs_store else None
