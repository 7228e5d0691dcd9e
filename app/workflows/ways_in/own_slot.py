"""Which slot this computer had, so that its next one can take that one's place.

A vault says nothing about computers, and a slot whose secret is not here may be another's. So the
device settings remember it, bound to this machine: in a home that was copied elsewhere it counts
as not known, and nothing is replaced.
"""

import hashlib
import json
from pathlib import Path
from typing import cast
from uuid import UUID

from app.settings.declared import OWN_SLOTS
from app.settings.device import DeviceSettings
from crypto.encoding import enc

MACHINE_ID = Path("/etc/machine-id")
_MOST = 20  # vaults that are remembered


def remember(device: DeviceSettings, vault_id: UUID, slot_id: UUID, machine: str) -> None:
    """Notes that `slot_id` of a vault is this computer's; `machine` is what `machine()` said."""
    if machine:
        others = {key: value for key, value in _all(device).items() if key != str(vault_id)}
        kept = dict(list(others.items())[1 - _MOST :])
        mark = _mark(machine, vault_id, slot_id)
        device.put(OWN_SLOTS, json.dumps({**kept, str(vault_id): [str(slot_id), mark]}))


def recall(device: DeviceSettings, vault_id: UUID, machine: str) -> UUID | None:
    """The slot of a vault that was this computer's; None when that isn't known."""
    try:
        slot, mark = cast(list[str], _all(device).get(str(vault_id), []))
        slot_id = UUID(slot)
    except (ValueError, TypeError, AttributeError):
        return None
    return slot_id if machine and mark == _mark(machine, vault_id, slot_id) else None


def machine() -> str:
    """What tells this machine from others, empty where that can't be told. Reads a file."""
    try:
        return MACHINE_ID.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _all(device: DeviceSettings) -> dict[str, object]:
    try:
        kept = json.loads(device.get(OWN_SLOTS) or "{}")
    except ValueError:
        return {}
    return cast(dict[str, object], kept) if isinstance(kept, dict) else {}


def _mark(machine: str, vault_id: UUID, slot_id: UUID) -> str:
    # The machine's own id is not to be written anywhere.
    told = enc("underrose/own-slot/1", machine, vault_id, slot_id)
    return hashlib.sha256(told).hexdigest()
