"""The one home of the command that starts it, and of what it gets of our environment."""

import os
import sys

# How text is written, and what Windows needs to load anything. No home, no bus, no desktop.
_PASSED_ON = frozenset({"LANG", "LANGUAGE", "SYSTEMROOT"})
_PASSED_ON_BEGINNING = "LC_"


def backup_command() -> list[str]:
    """The command, without secrets: from a checkout or installation, or a frozen executable."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--backup"]
    return [sys.executable, "-I", "-m", "app.backup_process"]


def backup_environment(ours: dict[str, str]) -> dict[str, str]:
    """What of our environment it gets; OpenSSL reads no settings, as in the window."""
    passed = {
        name: value
        for name, value in ours.items()
        if name in _PASSED_ON or name.startswith(_PASSED_ON_BEGINNING)
    }
    return passed | {"OPENSSL_CONF": os.devnull}
