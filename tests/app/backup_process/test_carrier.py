"""A backup is carried by a process of its own, which ends when it is to, whoever says so."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.backup_process import lines
from app.backup_process.carrier import Carrier, CarrierGone
from app.core.errors import Stopped
from app.workflows.backup.errand import Errand
from app.workflows.backup.parts import held
from app.workflows.backup.step import Proof, Stage, Step
from app.workspace import Workspace
from crypto.backup.face import look_at_backup
from crypto.errors import (
    BackupInterrupted,
    BackupNameTaken,
    BackupNoRoom,
    BackupUnverified,
)
from tests.support.small_disk import small_disk


def untold(_: Step) -> None: ...


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def carried(errand: Errand, tell: Callable[[Step], None] = untold) -> Proof:
    return ran(errand, tell, threading.Event())


def ran(errand: Errand, tell: Callable[[Step], None], stopped: threading.Event) -> Proof:
    with Carrier() as carrier:
        return carrier.run(errand, tell, stopped)


def at(stage: Stage, then: Callable[[], object]) -> Callable[[Step], None]:
    """Does it once, at the first step of a stage."""
    done: list[Step] = []

    def tell(step: Step) -> None:
        if step.stage is stage and not done:
            done.append(step)
            then()

    return tell


def pid_of(carrier: Carrier) -> int:
    assert carrier._process is not None
    return carrier._process.pid


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def ended_within(pid: int, seconds: float) -> bool:
    by = time.monotonic() + seconds
    while is_running(pid) and time.monotonic() < by:
        time.sleep(0.01)
    return not is_running(pid)


def test_it_is_carried_told_and_proven(errand: Errand, stick: Path, workspace: Workspace) -> None:
    told: list[Step] = []
    proof = carried(errand, told.append)
    assert list(dict.fromkeys(step.stage for step in told)) == [
        Stage.COPY,
        Stage.SEAL,
        Stage.READ,
        Stage.PROVE,
        Stage.PLACED,
    ]
    assert told[-1].proof == proof
    assert proof.clients == 1
    assert files(stick) == [errand.file_name]
    workspace.make_backup.note(errand, proof)
    assert workspace.backups.last_checked() is not None


def test_its_key_is_in_neither_its_command_nor_its_environment(errand: Errand) -> None:
    with Carrier() as carrier:
        seen: list[bytes] = []

        def look() -> None:
            place = Path(f"/proc/{pid_of(carrier)}")
            seen.extend((place / name).read_bytes() for name in ("cmdline", "environ"))

        carrier.run(errand, at(Stage.COPY, look), threading.Event())
    command, environment = seen
    key = errand.key.reveal()
    assert command.split(b"\0")[1:] == [b"-I", b"-m", b"app.backup_process", b""]
    for form in (key, key.hex().encode(), lines.ask(errand)):
        assert form not in command + environment
    names = {each.partition(b"=")[0] for each in environment.split(b"\0") if each}
    assert names.isdisjoint({b"HOME", b"DBUS_SESSION_BUS_ADDRESS", b"PYTHONPATH"})


def test_it_is_hardened_less_urgent_and_in_our_group(errand: Errand) -> None:
    with Carrier() as carrier:
        seen: dict[str, str] = {}

        def look() -> None:
            pid = pid_of(carrier)
            status = Path(f"/proc/{pid}/status").read_text().splitlines()
            seen.update((line.partition(":")[0], line.partition(":")[2]) for line in status)
            seen["group"] = str(os.getpgid(pid))
            seen["nice"] = str(os.getpriority(os.PRIO_PROCESS, pid))
            seen["core"] = Path(f"/proc/{pid}/limits").read_text()
            seen["cwd"] = str(Path(f"/proc/{pid}/cwd").readlink())
            seen["open"] = " ".join(
                str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()
            )

        carrier.run(errand, at(Stage.COPY, look), threading.Event())
    assert seen["Seccomp"].strip() == "2"
    assert seen["NoNewPrivs"].strip() == "1"
    assert seen["Umask"].strip() == "0077"
    assert "Max core file size        0" in seen["core"]
    assert seen["group"] == str(os.getpgrp())
    assert seen["nice"] == "10"
    assert seen["cwd"] == "/"
    assert "/vault-1.db" not in seen["open"]
    assert "/lock" not in seen["open"]


@pytest.mark.parametrize("stage", [Stage.COPY, Stage.READ, Stage.PROVE])
def test_it_is_stopped_at_any_stage_and_nothing_stays(
    errand: Errand, stick: Path, stage: Stage
) -> None:
    stopped = threading.Event()
    (stick / "older.underrose-backup").write_bytes(b"older")
    begun = time.monotonic()
    with Carrier() as carrier:
        carrier.start()
        pid = pid_of(carrier)
        with pytest.raises(Stopped):
            carrier.run(errand, at(stage, stopped.set), stopped)
        assert not is_running(pid)
    assert files(stick) == ["older.underrose-backup"]
    assert errand.staged.exists()
    assert time.monotonic() - begun < 30


def test_stopped_before_it_begins_it_makes_nothing(errand: Errand, stick: Path) -> None:
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Stopped):
        ran(errand, untold, stopped)
    assert files(stick) == []


def test_who_is_told_may_stop_it_too(errand: Errand, stick: Path) -> None:
    def stop(_: Step) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        carried(errand, stop)
    assert files(stick) == []


@pytest.mark.parametrize("stage", [Stage.COPY, Stage.READ, Stage.PROVE])
def test_killed_it_leaves_nothing_that_the_next_does_not_clear(
    errand: Errand, stick: Path, stage: Stage
) -> None:
    with Carrier() as carrier:
        carrier.start()

        def kill() -> None:
            os.kill(pid_of(carrier), signal.SIGKILL)

        with pytest.raises(CarrierGone):
            carrier.run(errand, at(stage, kill), threading.Event())
    assert files(stick) == []
    carried(errand)
    assert files(stick) == [errand.file_name]


def test_a_second_try_needs_no_new_copy(errand: Errand, stick: Path) -> None:
    stopped = threading.Event()
    with pytest.raises(Stopped):
        ran(errand, at(Stage.COPY, stopped.set), stopped)
    assert carried(errand).bytes == (stick / errand.file_name).stat().st_size


def test_it_ends_when_whoever_started_it_does(errand: Errand, stick: Path) -> None:
    reading, writing = os.pipe()
    parent = os.fork()
    if parent == 0:
        try:
            carrier = Carrier()
            carrier.start()

            def tell(_: Step) -> None:
                os.write(writing, f"{pid_of(carrier)}\n".encode())
                os.kill(os.getpid(), signal.SIGKILL)

            carrier.run(errand, tell, threading.Event())
        finally:
            os._exit(1)
    os.waitpid(parent, 0)
    os.close(writing)
    pid = int(os.read(reading, 100).split()[0])
    os.close(reading)
    assert ended_within(pid, 5)
    assert not errand.target.exists()


def test_started_and_never_asked_it_ends_with_the_block(errand: Errand) -> None:
    with Carrier() as carrier:
        carrier.start()
        pid = pid_of(carrier)
        assert is_running(pid)
    assert not is_running(pid)
    carrier.close()


def test_its_failures_are_told_as_their_classes(errand: Errand, tmp_path: Path) -> None:
    errand.target.write_bytes(b"mine")
    with pytest.raises(BackupNameTaken):
        carried(errand)
    assert errand.target.read_bytes() == b"mine"
    errand.target.unlink()
    with pytest.raises(BackupInterrupted):
        carried(errand, at(Stage.COPY, lambda: errand.folder.rename(tmp_path / "pulled")))


def test_a_drive_without_room_is_told(errand: Errand, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", 4) as disk:
        small = Errand(errand.staged, disk.folder, errand.file_name, errand.header, errand.key)
        with pytest.raises(BackupNoRoom) as refused:
            carried(small)
        assert not refused.value.here
        assert files(disk.folder) == []


def test_a_copy_that_was_changed_is_told(errand: Errand, stick: Path) -> None:
    with errand.staged.open("rb+") as file:
        file.seek(4096 * 5)
        file.write(b"changed")
    with pytest.raises(BackupUnverified):
        carried(errand)
    assert files(stick) == []


def test_a_process_that_is_not_ours_is_gone_without_a_word(errand: Errand, stick: Path) -> None:
    for command in ([sys.executable, "-c", ""], [sys.executable, "-c", "raise SystemExit(1)"]):
        with Carrier(command) as carrier, pytest.raises(CarrierGone):
            carrier.run(errand, untold, threading.Event())
    assert files(stick) == []


def test_what_another_process_writes_under_that_name_stays(errand: Errand) -> None:
    errand.part.write_bytes(b"another's")
    with held(errand.part), pytest.raises(BackupNameTaken):
        carried(errand)
    assert errand.part.read_bytes() == b"another's"
    assert not errand.target.exists()


def test_two_at_a_time_do_not_disturb_one_another(errand: Errand, stick: Path) -> None:
    other = Errand(errand.staged, stick, "other.underrose-backup", errand.header, errand.key)
    both = [threading.Thread(target=carried, args=(each,)) for each in (errand, other)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert files(stick) == [errand.file_name, other.file_name]
    assert look_at_backup(other.target).backup_id == errand.header.backup_id
