"""Settings of this computer: a small INI file without client data or secrets."""

import configparser
import json
import os
from contextlib import suppress
from pathlib import Path

from app.settings.declared import Setting, T


class DeviceSettings:
    """Values of the settings declared for the device; unusable ones count as not set."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = configparser.ConfigParser(interpolation=None)
        with suppress(OSError, configparser.Error, UnicodeDecodeError):
            self._values.read_string(file.read_text(encoding="utf-8"))

    def get(self, setting: Setting[T]) -> T:
        """The value on this computer, else the setting's default."""
        section, name = setting.key.split(".")
        text = self._values.get(section, name, fallback=None)
        value = setting.default if text is None else _read(setting, text)
        return value if not setting.choices or value in setting.choices else setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Keeps a value, at once and on disk; where the disk refuses, until the window ends."""
        if value == self.get(setting):
            return
        section, name = setting.key.split(".")
        if not self._values.has_section(section):
            self._values.add_section(section)
        self._values.set(section, name, json.dumps(value))
        with suppress(OSError):
            self._save()

    def _save(self) -> None:
        # Atomic, yet not synced: losing these few bytes in a power cut costs nobody anything.
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._file.with_suffix(f".{os.getpid()}.new")
        with draft.open("w", encoding="utf-8") as stream:
            self._values.write(stream)
        draft.replace(self._file)


def _read(setting: Setting[T], text: str) -> T:
    try:
        value = json.loads(text)
    except ValueError:
        return setting.default
    return value if type(value) is setting.type else setting.default
