"""The one home of the command that starts a window process, and of its environment."""

import os
import sys

PASSED_ON = frozenset(
    {
        # who and where
        "HOME", "USER", "LOGNAME", "PATH", "TZ", "LANG", "LANGUAGE",
        # the desktop
        "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY",
        "DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS",
        "DESKTOP_SESSION", "KDE_FULL_SESSION", "KDE_SESSION_VERSION",
        "XCURSOR_THEME", "XCURSOR_SIZE", "XMODIFIERS",
        # what people set about Qt; nothing that loads code
        "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI",
        "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_ENABLE_HIGHDPI_SCALING",
        "QT_SCALE_FACTOR_ROUNDING_POLICY", "QT_IM_MODULE", "QT_IM_MODULES",
        "QT_ACCESSIBILITY", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "AT_SPI_BUS_ADDRESS",
        # Windows
        "SYSTEMROOT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP",
    }
)  # fmt: skip
PASSED_ON_BEGINNINGS = ("LC_", "XDG_")


def window_command(*mode: str) -> list[str]:
    """The command, without secrets: from a checkout or installation, or a frozen executable.

    `mode` is how the window process runs otherwise than usual: "--tour" and a folder.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, "--window", *mode]
    return [sys.executable, "-I", "-m", "ui", *mode]


def window_environment(ours: dict[str, str]) -> dict[str, str]:
    """What of our environment the window gets.

    `OPENSSL_CONF` points nowhere, since isolated mode does not stop OpenSSL from reading it.
    """
    passed = {
        name: value
        for name, value in ours.items()
        if name in PASSED_ON or name.startswith(PASSED_ON_BEGINNINGS)
    }
    return passed | {"OPENSSL_CONF": os.devnull}
