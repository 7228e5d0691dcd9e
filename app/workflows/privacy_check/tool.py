"""Asks one of a few programs of the system: by its full path, for a moment, and for its words."""

import os
import subprocess
from enum import StrEnum
from pathlib import Path

SECONDS = 3.0


class Tool(StrEnum):
    """The programs that may be asked, each where its system keeps it."""

    GSETTINGS = "/usr/bin/gsettings"
    FDESETUP = "/usr/bin/fdesetup"
    MANAGE_BDE = r"C:\Windows\System32\manage-bde.exe"


def ask(tool: Tool, *arguments: str) -> str | None:
    """What it writes; None when it is not there, fails or takes longer than three seconds.

    It gets no input and none of our pipes, and it reads settings only.
    """
    program = _where(tool)
    if not program.is_file():
        return None
    try:
        asked = subprocess.run(  # noqa: S603  a program named above, without a shell
            [program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"LC_ALL": "C"},
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return asked.stdout.decode("utf-8", "replace")


def _where(tool: Tool) -> Path:
    return Path(tool.value)
