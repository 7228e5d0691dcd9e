"""Writes the Recovery Kit as a file: the one place where the vault's key stands in plain text."""

from pathlib import Path

from app.core.errors import ExportNotWritten, KitBesideVault, KitOnSyncedFolder
from app.vault_place.sync_service import sync_service
from crypto.vault.atomic_file import write_atomically


def save_kit(file: Path, pdf: bytes, vault: Path) -> None:
    """Writes the sheet, whole or not at all, readable by this user alone.

    Raises KitBesideVault for the vault's folder and the one around it, KitOnSyncedFolder, and
    ExportNotWritten.
    """
    folder = file.resolve().parent
    home = vault.resolve()
    if folder == home.parent or home in (folder, *folder.parents):
        raise KitBesideVault
    if sync_service(folder) is not None:
        raise KitOnSyncedFolder
    try:
        write_atomically(file, pdf)
    except OSError:
        raise ExportNotWritten from None
