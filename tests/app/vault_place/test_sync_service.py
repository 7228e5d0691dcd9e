"""Folders that a sync service copies are told by their names and marks."""

from pathlib import Path

import pytest

from app.vault_place.sync_service import sync_service


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Whitlock)/Practice", "Dropbox"),
        ("OneDrive/Documents", "OneDrive"),
        ("OneDrive - Whitlock Ltd/Documents", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("Google Drive/My Drive", "Google Drive"),
        ("GoogleDrive", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-hanna/My Drive", "Google Drive"),
        ("gvfs/google-drive:host=example.org,user=hanna/0A", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Documents", "iCloud"),
        ("iCloudDrive/Documents", "iCloud"),
        ("Nextcloud/Documents", "Nextcloud"),
        ("Nextcloud2", "Nextcloud"),
        ("MEGA", "MEGA"),
    ],
)
def test_a_folder_is_told_by_a_name_on_the_way_to_it(
    tmp_path: Path, folder: str, service: str
) -> None:
    assert sync_service(tmp_path / folder / "Underrose" / "Practice.vault") == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox.cache", "Dropbox"),
        (".tmp.drivedownload", "Google Drive"),
        (".sync_1a2b3c.db", "Nextcloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".stfolder", "Syncthing"),
        (".sync/ID", "Resilio Sync"),
        (".seafile-data", "Seafile"),
    ],
)
def test_a_folder_is_told_by_what_the_service_leaves_in_it(
    tmp_path: Path, mark: str, service: str
) -> None:
    left = tmp_path / "work" / mark
    left.parent.mkdir(parents=True)
    left.touch()

    assert sync_service(tmp_path / "work" / "Underrose" / "Practice.vault") == service


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "Documents").mkdir(parents=True)
    (tmp_path / "Documents").symlink_to(tmp_path / "Dropbox" / "Documents")

    assert sync_service(tmp_path / "Documents" / "Underrose") == "Dropbox"


@pytest.mark.parametrize("folder", ["Documents", "Dropbox notes", "my OneDrive stuff", "Megan"])
def test_an_ordinary_folder_is_left_alone(tmp_path: Path, folder: str) -> None:
    assert sync_service(tmp_path / folder / "Practice.vault") is None
