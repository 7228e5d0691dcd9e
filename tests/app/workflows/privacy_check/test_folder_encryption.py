"""The flag of an encrypted folder is read from what the kernel answers."""

from pathlib import Path

from app.workflows.privacy_check.folder_encryption import flags_of, is_encrypted

# Answers of ext4 on x86_64: a usual folder, and one under fscrypt.
PLAIN = bytes.fromhex("0000080000000000")
ENCRYPTED = bytes.fromhex("0008080000000000")


def test_the_flag_is_found() -> None:
    assert flags_of(ENCRYPTED) & 0x800
    assert not flags_of(PLAIN) & 0x800


def test_a_usual_folder_is_not_encrypted(tmp_path: Path) -> None:
    assert not is_encrypted(tmp_path)


def test_a_folder_that_is_not_there_is_not_encrypted(tmp_path: Path) -> None:
    assert not is_encrypted(tmp_path / "gone")
