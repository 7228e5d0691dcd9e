"""Settings of this computer: a small JSON file without client data or secrets."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from app.settings.declared import Setting, T


class DeviceSettings:
    """Values of the settings declared for the device; unusable ones count as not set."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = _read(file)

    def get(self, setting: Setting[T]) -> T:
        """The value on this computer, else the setting's default."""
        value = self._values.get(setting.key)
        usable = type(value) is setting.type and (not setting.choices or value in setting.choices)
        return cast(T, value) if usable else setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Keeps a value, at once and on disk; where the disk refuses, until the window ends."""
        if value == self.get(setting):
            return
        self._values[setting.key] = value
        with suppress(OSError):
            self._save()

    def _save(self) -> None:
        # Atomic, yet not synced: losing these few bytes in a power cut costs nobody anything.
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._file.with_suffix(f".{os.getpid()}.new")
        draft.write_text(json.dumps(self._values, indent=2) + "\n", encoding="utf-8")
        draft.replace(self._file)


def _read(file: Path) -> dict[str, Any]:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return cast(dict[str, Any], values) if isinstance(values, dict) else {}
