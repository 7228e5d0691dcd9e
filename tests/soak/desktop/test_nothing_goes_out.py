"""Whole sessions under strace: no name, text or secret leaves the vault, and no socket opens."""

import json
import os
import re
import secrets
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.tour.file import SUMMARY
from crypto.backup.unlock import ByWords
from crypto.slots.recovery import RecoveryWay
from crypto.vault.backup_root import backup_root
from crypto.vault.vault import look_at
from tests.soak.backups.reading import keys_of_backup
from tests.soak.counts import TRACED_SESSIONS, TRACED_TOURS, Count
from tests.soak.desktop.backed_up import back_up, send_backups_to, type_passphrase
from tests.soak.desktop.heard import PAGE, come_to_another, heard
from tests.soak.desktop.traced import running_traced, traced
from tests.soak.keys_of import entropy, keys_of
from tests.soak.memory import key_spellings, spellings
from tests.soak.outward import Leak, Outward, read_log
from tests.support.desktop import COMMAND, Home, Window, fresh_home, until
from tests.support.journey_facts import holding, only_note, opened, seal
from tests.support.journey_first_run import (
    PASSPHRASE,
    SETTLES,
    create_vault,
    lock,
    put_off_the_check,
    save_kit,
    vault_in,
)
from tests.support.journey_unlocked import wait_until_saved, wait_until_still
from tests.support.vault_on_disk import is_open, wait_until_open, words_on

SHARED = Path("/dev/shm")
OPENED_FAMILIES = {"AF_UNIX"}
KIT = 1  # the first, and the only one


def a_word() -> str:
    """One that stands nowhere else on this computer, and that any keyboard has."""
    return "q" + secrets.token_hex(6)


def wanted(vault: Path, words: tuple[str, ...], texts: dict[str, str]) -> dict[str, bytes]:
    """Everything that must not be found, in each spelling."""
    found: dict[str, bytes] = {}
    for name, text in (
        texts | {"words": " ".join(words), "words by line": "\n".join(words)}
    ).items():
        found |= spellings(name, text)
    keys = keys_of(vault, RecoveryWay(words)) | {"entropy": entropy(words)}
    with backup_root(words, look_at(vault).vault_id, KIT) as root:
        keys["backup root"] = root.reveal()
    for name, key in keys.items():
        found |= key_spellings(name, key)
    return found


def assert_nothing_went_out(seen: Outward) -> None:
    """The log was whole, and holds nothing."""
    assert seen.calls > 10_000
    assert seen.bytes_out > 1_000_000
    assert seen.leaks == set()
    assert seen.opened.keys() == OPENED_FAMILIES


def test_a_tour_tells_nobody_anything(
    tmp_path: Path, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    """First run to export, by the tour, which keeps what it made in a folder of its own."""
    if not times(TRACED_TOURS):
        pytest.skip("with --soak; a session by keys is traced every day")
    home, out, note = fresh_home(tmp_path), tmp_path / "out", tmp_path / "note.txt"
    client, text = f"Zoë {a_word()}", f"{a_word()} and the board"
    note.write_text(text, "utf-8")
    began = time.time() - 1
    command = [*COMMAND, "tour", str(out), "--client", client, "--note", str(note)]
    log = tmp_path / "strace.log"
    subprocess.run(
        traced(log, *command), env=home.environment, check=True, capture_output=True, timeout=300
    )
    summary = json.loads((out / SUMMARY).read_text("utf-8"))
    words, vault = tuple(summary["recovery_words"]), Path(summary["vault"])
    texts = {"client": client, "note": text, "passphrase": summary["passphrase"]}
    needles = wanted(vault, words, texts)
    seen = read_log(log, needles, inside=out)
    log.unlink()
    # We told the command whom to make up; it is not said again.
    seen.leaks.discard(Leak("client, utf-8", "execve", ""))
    assert_nothing_went_out(seen)
    assert holding([client, text, summary["passphrase"]], home.folder, since=began) == []
    assert files_with(needles, began, but=[out, note]) == []
    figure(
        f"a tour with its export: {seen.calls} calls and {seen.bytes_out / 1e6:.1f} MB searched for"
        f" {len(needles)} spellings, 0 found; sockets opened: {dict(seen.opened)}"
    )


def test_a_session_tells_nobody_anything(
    tmp_path: Path, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    """First run, a note, two locks, passphrase and kit, a backup: by keys in the real app."""
    for number in range(times(TRACED_SESSIONS)):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        figure(session(folder))


def session(folder: Path) -> str:
    """Goes through one; returns its figures."""
    home, sheet, log = fresh_home(folder), folder / "stick" / "kit.pdf", folder / "strace.log"
    copies = folder / "copies"
    sheet.parent.mkdir()
    copies.mkdir()
    vault, client, text = vault_in(home), f"Ada {a_word()}", f"{a_word()} and the board"
    began = time.time() - 1
    with running_traced(home, log) as app:
        window = create_vault(home)
        save_kit(window, sheet)
        words = until(lambda: words_on(sheet) if sheet.exists() else None, "no kit was saved")
        time.sleep(SETTLES)
        put_off_the_check(window)
        change(window, vault, lambda: type_over(window, client, "Return"), "no client was added")
        change(
            window, vault, lambda: one_by_one(window, "F5", "Down", "Return"), "no session began"
        )
        # Once its first letter is in the vault, all others go there too.
        change(window, vault, lambda: type_over(window, text[0]), "no note was begun")
        change(window, vault, lambda: window.type(text[1:]), "the note did not go on")
        window = lock(app, window)
        send_backups_to(copies, vault, tuple(words))
        type_passphrase(window, vault)
        carrier = back_up(app, window, copies)
        wait_until_saved(vault)
        window = lock(app, window)
        come_to_another(window, PAGE, "Tab", "Return")
        time.sleep(SETTLES)
        window.type(" ".join(words))
        wait_until_still(window)
        window.press("Return")
        wait_until_open(vault)
        wait_until_saved(vault)
        window.press("ctrl+l")
        until(lambda: not is_open(vault), "it did not lock")
    assert app.said == ""
    secret = secret_of(home, vault)
    with opened(vault, RecoveryWay(tuple(words))) as workspace:
        assert only_note(workspace) == text
        assert [each.name for each in workspace.clients.listed()] == [client]
        (backup,) = workspace.backups.listed()
    texts = {"client": client, "note": text, "passphrase": PASSPHRASE}
    needles = wanted(vault, tuple(words), texts) | key_spellings("keyring's half", secret)
    for name, key in keys_of_backup(copies / backup.file_name, ByWords(tuple(words))).items():
        needles |= key_spellings(name, key)
    assert {name for name, word in needles.items() if word in carrier} == set()
    # The kit is saved as PDF on purpose, after a question; it is the one thing let out.
    seen = read_log(log, needles, inside=sheet.parent)
    log.unlink()
    assert_nothing_went_out(seen)
    # No copy on its way is left, and what there is of the backup holds nothing in the clear.
    assert [path.name for path in copies.iterdir()] == [backup.file_name]
    assert list(vault.glob(".backup-*")) == []
    assert files_with(needles, began, but=[sheet]) == []
    return (
        f"a session by keys, with a backup: {seen.calls} calls and {seen.bytes_out / 1e6:.1f} MB"
        f" searched for {len(needles)} spellings, 0 found; sockets opened: {dict(seen.opened)}"
    )


def change(window: Window, vault: Path, ask: Callable[[], None], what: str) -> None:
    """Asks by keys until something was written, and nothing more is."""
    before = seal(vault)
    heard(window, ask, lambda: seal(vault) != before, what)
    wait_until_saved(vault)
    time.sleep(SETTLES)


def type_over(window: Window, text: str, *keys: str) -> None:
    """Types in place of what stands in a field."""
    window.press("ctrl+a")
    window.type(text)
    if keys:
        window.press(*keys)


def one_by_one(window: Window, *keys: str) -> None:
    """Presses each when what the one before led to is there."""
    for key in keys:
        window.press(key)
        wait_until_still(window)


def secret_of(home: Home, vault: Path) -> bytes:
    """What the password store keeps for the vault."""
    face = look_at(vault)
    looked_up = subprocess.run(
        ["secret-tool", "search", "--all", "service", "org.underrose"],
        env=home.environment, capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    said = looked_up.stdout + looked_up.stderr
    kept = re.findall(r"secret = ([0-9a-f]{64})\n", said)
    assert str(face.vault_id) in said
    assert kept
    return bytes.fromhex(kept[-1])


def files_with(needles: dict[str, bytes], since: float, but: list[Path]) -> list[str]:
    """The files of this computer's temporary places, changed since then, that hold one of them."""
    found: list[str] = []
    for top in (Path(tempfile.gettempdir()), SHARED):
        for path in files_below(top):
            if any(path == each or each in path.parents for each in but):
                continue
            try:
                if path.lstat().st_mtime < since or not stat.S_ISREG(path.lstat().st_mode):
                    continue
                data = path.read_bytes()
            except OSError:
                continue  # gone meanwhile
            found += [f"{name} in {path}" for name, word in needles.items() if word in data]
    return found


def files_below(top: Path) -> Iterator[Path]:
    """Every file, also in hidden folders."""
    for folder, _, names in os.walk(top):
        yield from (Path(folder, name) for name in names)


def test_what_goes_out_is_found(tmp_path: Path) -> None:
    """The search itself: by any call, in two parts, in a file's name, and to the internet."""
    program = """
import os, socket, sys
os.write(1, b"x quin")
os.write(1, b"cunx y")
open(sys.argv[1] + "/petrichor", "w").close()
ours, theirs = socket.socketpair()
ours.sendmsg([b"a", "zugzwang".encode("utf-16-le")])
try:
    socket.socket(socket.AF_INET)
except OSError:
    pass
"""
    log = tmp_path / "strace.log"
    command = [sys.executable, "-c", program, str(tmp_path)]
    subprocess.run(traced(log, *command), check=True, capture_output=True)
    needles = spellings("1", "quincunx") | spellings("2", "petrichor") | spellings("3", "zugzwang")
    seen = read_log(log, needles)
    assert {leak.word for leak in seen.leaks} >= {"1, utf-8", "2, utf-8", "3, utf-16-le"}
    assert "AF_INET" in seen.opened | seen.refused
