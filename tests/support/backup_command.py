"""`underrose` as somebody runs it who automates backups: secrets by pipes, and a vault to save."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core.clock import Clock
from app.workspace import Workspace, create_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.hostile_backups import Words
from tests.support.workspaces import PASSPHRASE, add_client

FILLING = 24 * 1024 * 1024  # bytes: enough for a signal to come in the middle
_FILL = "INSERT INTO vault_settings (key, value) VALUES ('filling', ?)"


@dataclass(frozen=True)
class Practice:
    """A home with a vault in it, its words, and a folder beside it."""

    root: Path
    home: Path
    words: Words

    @property
    def vault(self) -> Path:
        """Its folder."""
        return self.home / "Whitlock.vault"

    @property
    def stick(self) -> Path:
        """Where backups go."""
        return self.home / "stick"

    @property
    def by_words(self) -> dict[str, str]:
        """What opens the vault, and its backups."""
        return {"--words-fd": " ".join(self.words)}

    def start(self, *arguments: str | Path, secrets: Mapping[str, str]) -> "Running":
        """Runs `underrose`; each secret waits in a pipe, whose number follows its option.

        An option with an empty one gets a pipe to write to.
        """
        given: list[str] = []
        theirs: list[int] = []
        written = -1
        for option, secret in secrets.items():
            read, write = os.pipe()
            if secret:
                os.write(write, f"{secret}\n".encode())
                os.close(write)
            else:
                written, read = read, write
            given += [option, str(read)]
            theirs.append(read)
        child = subprocess.Popen(
            [sys.executable, "-m", "app", *map(str, arguments), *given],
            env={"PYTHONPATH": str(self.root), "HOME": str(self.home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            pass_fds=theirs,
            start_new_session=True,
        )
        for end in theirs:
            os.close(end)
        return Running(child, written)

    def run(self, *arguments: str | Path, secrets: Mapping[str, str]) -> "Done":
        """The same to its end."""
        return self.start(*arguments, secrets=secrets).ended()


@dataclass(frozen=True)
class Done:
    """What a command said, and what it wrote to the pipe that it got for that."""

    code: int
    out: str
    err: str
    written: str


@dataclass(frozen=True)
class Running:
    """A command that runs."""

    child: "subprocess.Popen[str]"
    written: int

    def ended(self) -> Done:
        """Waits for its end."""
        out, err = self.child.communicate(timeout=100)
        written = ""
        if self.written >= 0:
            with os.fdopen(self.written) as pipe:
                written = pipe.read()
        return Done(self.child.returncode, out, err, written)


def fill(workspace: Workspace) -> None:
    """Puts in what takes a moment to copy, and that no record tells of."""
    workspace._vault.connection.execute(_FILL, ("x" * FILLING,))


def make_practice(root: Path, home: Path, clock: Clock, *, is_large: bool = False) -> Practice:
    """A vault that opens by a passphrase and the words; its folder for backups is empty.

    A large one takes a moment to copy.
    """
    way = PassphraseWay(PASSPHRASE)
    workspace, words = create_workspace(
        home / "Whitlock.vault", "Whitlock", way, clock, TEST_ONLY_COST, TEST_ONLY_COSTS
    )
    add_client(workspace, "Amara Osei")
    if is_large:
        fill(workspace)
    workspace.close()
    (home / "stick").mkdir()
    return Practice(root, home, words)
