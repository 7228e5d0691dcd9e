"""The window gets a command without secrets and an environment of what it needs."""

import os
import sys

import pytest

from app.process.window_command import window_command, window_environment


def test_the_window_runs_isolated() -> None:
    assert window_command() == [sys.executable, "-I", "-m", "ui"]


def test_a_frozen_executable_is_its_own_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert window_command() == [sys.executable, "--window"]


@pytest.mark.parametrize(
    "name",
    [
        *("HOME", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "LC_TIME", "QT_SCALE_FACTOR"),
        *("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"),
    ],
)
def test_what_a_window_needs_is_passed_on(name: str) -> None:
    assert window_environment({name: "x"})[name] == "x"


@pytest.mark.parametrize(
    "name",
    ["LD_PRELOAD", "QT_PLUGIN_PATH", "PYTHONPATH", "PYTHON_KEYRING_BACKEND", "PASSPHRASE"],
)
def test_nothing_else_is_passed_on(name: str) -> None:
    assert name not in window_environment({name: "x"})


def test_openssl_reads_no_configuration() -> None:
    assert window_environment({"OPENSSL_CONF": "/evil"})["OPENSSL_CONF"] == os.devnull
