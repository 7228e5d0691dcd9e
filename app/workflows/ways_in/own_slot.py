"""Which slot this computer had, so that its next one can take that one's place.

A vault says nothing about computers, and a slot whose secret is not here may be another's. So the
device settings remember it, bound to this machine: in a home that was copied elsewhere it counts
as not known, and nothing is replaced. Two vaults may have one id, where one was restored from a
backup of the other: of each the slot is remembered.
"""

import hashlib
import json
from collections.abc import Collection
from pathlib import Path
from typing import cast
from uuid import UUID

from app.settings.declared import OWN_SLOTS
from app.settings.device import DeviceSettings
from crypto.encoding import enc

MACHINE_ID = Path("/etc/machine-id")
_MOST = 20  # vaults that are remembered
_MOST_OF_ONE_ID = 4
_PAIR = 2


def remember(device: DeviceSettings, vault_id: UUID, slot_id: UUID, machine: str) -> None:
    """Notes that `slot_id` of a vault is this computer's; `machine` is what `machine()` said."""
    if machine:
        others = {key: value for key, value in _all(device).items() if key != str(vault_id)}
        kept = dict(list(others.items())[1 - _MOST :])
        before = [one for one in _of(device, vault_id) if one[0] != str(slot_id)]
        slots = [*before[1 - _MOST_OF_ONE_ID :], [str(slot_id), _mark(machine, vault_id, slot_id)]]
        device.put(OWN_SLOTS, json.dumps({**kept, str(vault_id): slots}))


def recall(
    device: DeviceSettings, vault_id: UUID, machine: str, slots: Collection[UUID]
) -> UUID | None:
    """The one of a vault's `slots` that was this computer's last; None when that isn't known."""
    if not machine:
        return None
    marks = {_mark(machine, vault_id, slot): slot for slot in slots}
    known = (marks[mark] for _, mark in reversed(_of(device, vault_id)) if mark in marks)
    return next(known, None)


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


def _of(device: DeviceSettings, vault_id: UUID) -> list[list[str]]:
    """Slots and their marks, the last one last."""
    kept = _all(device).get(str(vault_id))
    if not isinstance(kept, list):
        return []
    found = cast(list[object], kept)
    # An earlier version kept one slot alone.
    pairs = [found] if found and isinstance(found[0], str) else found
    return [cast(list[str], pair) for pair in pairs if _is_pair(pair)]


def _is_pair(kept: object) -> bool:
    pair = cast(list[object], kept) if isinstance(kept, list) else []
    return len(pair) == _PAIR and all(isinstance(part, str) for part in pair)


def _mark(machine: str, vault_id: UUID, slot_id: UUID) -> str:
    # The machine's own id is not to be written anywhere.
    told = enc("underrose/own-slot/1", machine, vault_id, slot_id)
    return hashlib.sha256(told).hexdigest()
