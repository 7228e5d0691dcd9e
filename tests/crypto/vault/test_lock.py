import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from crypto.errors import VaultInUse, VaultMissing
from crypto.vault.lock import ReadersLock, VaultLock

HOLDER = """
import sys, time
from pathlib import Path
from crypto.vault.lock import ReadersLock, VaultLock
lock = VaultLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
time.sleep(600)
"""


def test_a_second_holder_is_told_at_once_and_may_have_it_later(tmp_path: Path) -> None:
    first, second = VaultLock(tmp_path), VaultLock(tmp_path)
    first.acquire()
    with pytest.raises(VaultInUse):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
    second.release()


def test_the_lock_file_is_its_owners_alone(tmp_path: Path) -> None:
    lock = VaultLock(tmp_path)
    lock.acquire()
    lock.release()
    assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) == 0o600


def test_the_death_of_another_process_gives_the_lock_up(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        lock = VaultLock(tmp_path)
        with pytest.raises(VaultInUse):
            lock.acquire()
        os.kill(holder.pid, signal.SIGKILL)
    lock.acquire()
    lock.release()


def test_a_folder_that_is_gone_is_a_missing_vault(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        VaultLock(tmp_path / "gone").acquire()


# While a vault is only read


def test_readers_share_and_keep_a_writer_out(tmp_path: Path) -> None:
    writer = VaultLock(tmp_path)
    writer.acquire()
    writer.release()
    first, second = ReadersLock(tmp_path), ReadersLock(tmp_path)
    first.acquire()
    second.acquire()
    with pytest.raises(VaultInUse):
        writer.acquire()
    first.release()
    first.release()
    second.release()
    writer.acquire()
    with pytest.raises(VaultInUse):
        first.acquire()
    writer.release()
    first.acquire()
    first.release()


def test_a_reader_makes_no_lock_file(tmp_path: Path) -> None:
    lock = ReadersLock(tmp_path)
    lock.acquire()
    lock.release()
    assert list(tmp_path.iterdir()) == []
