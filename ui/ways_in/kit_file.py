"""Saves a Recovery Kit as PDF, off the GUI thread; what that needs is imported when it runs."""

from pathlib import Path

from ui.ways_in.kit import Kit


def save_kit(kit: Kit, file: Path) -> None:
    """Writes the sheet as PDF; raises as `app.vault_place.kit_file.save_kit`."""
    # the paper is seldom needed, and takes a while to load
    from app.vault_place import kit_file
    from ui.paper.recovery_kit import RecoveryKitSheet
    from ui.paper.renderer import Paper

    sheet = RecoveryKitSheet(kit.vault_name, kit.number, kit.made_on, kit.words)
    kit_file.save_kit(file, Paper().render_recovery_kit(sheet), kit.folder)


def find_drives() -> Path:
    """Where a stick shows up, as far as this desktop has one place for it; else the home."""
    home = Path.home()
    candidates = (Path("/run/media") / home.name, Path("/media") / home.name, Path("/Volumes"))
    return next((place for place in candidates if place.is_dir()), home)
