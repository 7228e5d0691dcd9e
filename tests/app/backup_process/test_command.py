"""The process gets no secret by its command, and of our environment next to nothing."""

import os
import sys

import pytest

from app.backup_process.command import backup_command, backup_environment


def test_it_is_started_isolated() -> None:
    assert backup_command() == [sys.executable, "-I", "-m", "app.backup_process"]


def test_a_frozen_executable_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert backup_command() == [sys.executable, "--backup"]


def test_no_home_no_bus_and_nothing_that_loads_code_is_passed_on() -> None:
    ours = {
        "LANG": "en_GB.UTF-8",
        "LC_ALL": "C",
        "HOME": "/home/hanna",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus",
        "XDG_RUNTIME_DIR": "/run/user/1000",
        "DISPLAY": ":0",
        "PYTHONPATH": "/tmp",
        "LD_PRELOAD": "/tmp/x.so",
        "OPENSSL_CONF": "/tmp/openssl.cnf",
        "PATH": "/tmp",
    }
    assert backup_environment(ours) == {
        "LANG": "en_GB.UTF-8",
        "LC_ALL": "C",
        "OPENSSL_CONF": os.devnull,
    }
