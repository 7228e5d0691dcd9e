"""The Recovery Kit is saved where it is of use, and nowhere where it is a danger."""

import stat
from pathlib import Path

import pytest

from app.core.errors import ExportNotWritten, KitBesideVault, KitOnSyncedFolder
from app.vault_place.kit_file import save_kit

PDF = b"%PDF-1.6 kit"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "Documents" / "Practice.vault"
    folder.mkdir(parents=True)
    return folder


def test_the_kit_is_written_for_this_user_alone(tmp_path: Path, vault: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    save_kit(stick / "kit.pdf", PDF, vault)

    assert (stick / "kit.pdf").read_bytes() == PDF
    assert stat.S_IMODE((stick / "kit.pdf").stat().st_mode) == 0o600
    assert [file.name for file in stick.iterdir()] == ["kit.pdf"]


@pytest.mark.parametrize("folder", ["Practice.vault", "Practice.vault/handover", "."])
def test_the_kit_does_not_lie_with_the_vault(vault: Path, folder: str) -> None:
    file = vault.parent / folder / "kit.pdf"

    with pytest.raises(KitBesideVault):
        save_kit(file, PDF, vault)

    assert not file.exists()


def test_a_link_does_not_hide_the_vault(tmp_path: Path, vault: Path) -> None:
    (tmp_path / "elsewhere").symlink_to(vault)

    with pytest.raises(KitBesideVault):
        save_kit(tmp_path / "elsewhere" / "kit.pdf", PDF, vault)


def test_the_kit_does_not_go_to_a_cloud(tmp_path: Path, vault: Path) -> None:
    (tmp_path / "Dropbox").mkdir()

    with pytest.raises(KitOnSyncedFolder):
        save_kit(tmp_path / "Dropbox" / "kit.pdf", PDF, vault)

    assert not list((tmp_path / "Dropbox").iterdir())


def test_a_folder_that_is_gone_is_told(tmp_path: Path, vault: Path) -> None:
    with pytest.raises(ExportNotWritten):
        save_kit(tmp_path / "unplugged" / "kit.pdf", PDF, vault)
