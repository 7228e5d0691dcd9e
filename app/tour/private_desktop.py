"""A desktop of one's own for a while: folders, a screen where there is none, a password store.

Nothing of it touches what belongs to the person: their settings, their password store, an Underrose
that runs. It lives in one temporary folder and ends with it.
"""

import os
import secrets
import select
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDERS = {
    "HOME": "home",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}
LEFT_BEHIND = ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")
SCREEN = "1440x960x24"  # room for the window as it is first shown, and for its frame
PATIENCE = 15.0  # seconds for a program to be ready
_WILD = 0xFFFF  # a cookie for whatever this computer is called
_COOKIE = b"MIT-MAGIC-COOKIE-1"
# Starts nothing by itself, unlike the bus of a session.
_BUS = """<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class NoScreen(Exception):
    """There is no screen, and none can be had; `missing` is the program that would make one."""

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing


@dataclass(frozen=True)
class Desktop:
    """What a program finds in its environment, and whether a password store of ours is there."""

    environment: Mapping[str, str]
    has_keyring: bool


@contextmanager
def private_desktop(ours: Mapping[str, str]) -> Generator[Desktop]:
    """Sets a desktop up beside the one described by `ours`, whose screen is used if it has one.

    Raises NoScreen.
    """
    with ExitStack() as stack:
        folder = Path(
            stack.enter_context(TemporaryDirectory(prefix="underrose-", ignore_cleanup_errors=True))
        )
        environment = _on_the_same_screen(ours) | _folders(folder)
        for name in LEFT_BEHIND:
            environment.pop(name, None)
        if sys.platform == "linux" and not (ours.get("DISPLAY") or ours.get("WAYLAND_DISPLAY")):
            _add_screen(stack, folder, environment)
        has_keyring = _add_keyring(stack, folder, environment)
        yield Desktop(environment, has_keyring)


def _on_the_same_screen(ours: Mapping[str, str]) -> dict[str, str]:
    """The environment, with all that is found by way of the person's own folders made explicit."""
    environment = dict(ours)
    wayland = ours.get("WAYLAND_DISPLAY", "")
    if wayland:
        environment["WAYLAND_DISPLAY"] = str(Path(ours.get("XDG_RUNTIME_DIR", "/")) / wayland)
    if ours.get("DISPLAY"):
        environment.setdefault("XAUTHORITY", str(Path(ours.get("HOME", "/")) / ".Xauthority"))
    return environment


def _folders(folder: Path) -> dict[str, str]:
    for place in FOLDERS.values():
        (folder / place).mkdir(mode=0o700)
    return {name: str(folder / place) for name, place in FOLDERS.items()}


def _add_screen(stack: ExitStack, folder: Path, environment: dict[str, str]) -> None:
    if not shutil.which("Xvfb"):
        raise NoScreen("Xvfb")
    cookies = folder / "cookies"
    _write_cookie(cookies)
    for name in [name for name in environment if name.startswith("QT_")]:
        del environment[name]  # what was set for another screen
    command = ["Xvfb", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset", "-auth", cookies]
    number = _started(stack, [*command, "-displayfd", "{pipe}"], environment)
    if not number:
        raise NoScreen("Xvfb")
    environment |= {
        "DISPLAY": f":{number}",
        "XAUTHORITY": str(cookies),
        "QT_QPA_PLATFORM": "xcb",
    }
    if shutil.which("openbox"):
        stack.enter_context(_running(["openbox", "--sm-disable"], environment))


def _write_cookie(file: Path) -> None:
    """Lets in whoever can read the file, and nobody else of this computer."""
    fields = (b"", b"", _COOKIE, secrets.token_bytes(16))
    packed = b"".join(struct.pack(">H", len(field)) + field for field in fields)
    file.touch(mode=0o600)
    file.write_bytes(struct.pack(">H", _WILD) + packed)


def _add_keyring(stack: ExitStack, folder: Path, environment: dict[str, str]) -> bool:
    """Whether GNOME Keyring runs on a bus of its own now, unlocked; it ends with the bus."""
    if not all(map(shutil.which, ("dbus-daemon", "dbus-send", "gnome-keyring-daemon"))):
        return False
    config = folder / "bus.conf"
    config.write_text(_BUS.format(socket=folder / "runtime" / "bus"), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile"]
    address = _started(stack, [*command, "--print-address={pipe}"], environment)
    if not address:
        return False
    environment["DBUS_SESSION_BUS_ADDRESS"] = address
    password = secrets.token_hex().encode() + b"\n"
    daemon = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    stack.enter_context(_running(daemon, environment, told=password))
    if _is_on_bus("org.freedesktop.secrets", environment):
        return True
    del environment["DBUS_SESSION_BUS_ADDRESS"]
    return False


def _is_on_bus(name: str, environment: Mapping[str, str]) -> bool:
    ask = ["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus"]
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        answer = subprocess.run(  # noqa: S603 - one program, by name
            [*ask, "/", "org.freedesktop.DBus.NameHasOwner", f"string:{name}"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        if "true" in answer.stdout:
            return True
        time.sleep(0.02)
    return False


def _started(
    stack: ExitStack, command: Sequence[str | Path], environment: Mapping[str, str]
) -> str:
    """Starts a program that runs as long as `stack`, and waits for what it says to a pipe.

    The pipe stands as {pipe} in the command. Returns the first line, "" if none comes.
    """
    hears, says = os.pipe()
    with FileIO(hears) as said:
        try:
            words = [str(part).replace("{pipe}", str(says)) for part in command]
            stack.enter_context(_running(words, environment, pipe=says))
        finally:
            os.close(says)
        return _line(said)


def _line(said: FileIO) -> str:
    """The first line, which may come in pieces; "" when it does not come in time."""
    line = b""
    give_up = time.monotonic() + PATIENCE
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([said], [], [], max(0.0, give_up - time.monotonic()))
        piece = said.read(1) if ready else b""
        if not piece:
            return ""
        line += piece
    return line.decode().rstrip()


@contextmanager
def _running(
    command: Sequence[str],
    environment: Mapping[str, str],
    *,
    pipe: int | None = None,
    told: bytes = b"",
) -> Generator[None]:
    """Runs a program that gets one pipe of ours, and what it is told on its standard input."""
    process = subprocess.Popen(  # noqa: S603 - the programs named above
        command,
        env=environment,
        pass_fds=() if pipe is None else (pipe,),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        if process.stdin is not None:
            with suppress(BrokenPipeError), process.stdin:
                process.stdin.write(told)
        yield
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
