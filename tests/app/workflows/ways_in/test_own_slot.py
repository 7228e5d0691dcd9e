"""Which slot this computer had: known on this machine, and on no other."""

import json
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.settings.declared import OWN_SLOTS
from app.settings.device import DeviceSettings
from app.workflows.ways_in.own_slot import recall, remember

MACHINE = "3d1219c7c4c5404aaa1f6d2a48adfda4"
VAULT, SLOT = UUID(int=1), UUID(int=2)

_ODD = ("3", "[]", "[[]]", '["x"]', '["x", 3]', '[["x", ["y"]]]', "[{}]", '[["a"], 1]')
ODD = [f'{{"{VAULT}": {kept}}}' for kept in _ODD]


@pytest.fixture
def device(tmp_path: Path) -> DeviceSettings:
    return DeviceSettings(tmp_path / "device.json")


def test_the_last_slot_is_remembered_for_each_vault(device: DeviceSettings) -> None:
    other, before = uuid4(), uuid4()
    remember(device, VAULT, before, MACHINE)
    remember(device, VAULT, SLOT, MACHINE)
    remember(device, other, SLOT, MACHINE)

    assert recall(device, VAULT, MACHINE, [before, SLOT]) == SLOT
    assert recall(device, other, MACHINE, [before, SLOT]) == SLOT
    assert recall(device, uuid4(), MACHINE, [before, SLOT]) is None


def test_of_two_vaults_with_one_id_each_has_its_own(device: DeviceSettings) -> None:
    restored, kit = uuid4(), uuid4()
    remember(device, VAULT, SLOT, MACHINE)
    remember(device, VAULT, restored, MACHINE)

    assert recall(device, VAULT, MACHINE, [kit, SLOT]) == SLOT
    assert recall(device, VAULT, MACHINE, [kit, restored]) == restored
    assert recall(device, VAULT, MACHINE, [kit]) is None


def test_what_an_earlier_version_remembered_is_known(device: DeviceSettings) -> None:
    remember(device, VAULT, SLOT, MACHINE)
    [pair] = json.loads(device.get(OWN_SLOTS))[str(VAULT)]
    device.put(OWN_SLOTS, json.dumps({str(VAULT): pair}))

    assert recall(device, VAULT, MACHINE, [SLOT]) == SLOT


def test_of_one_id_only_the_newest_slots_are_remembered(device: DeviceSettings) -> None:
    slots = [UUID(int=at) for at in range(9)]
    for slot in slots:
        remember(device, VAULT, slot, MACHINE)

    assert [slot for slot in slots if recall(device, VAULT, MACHINE, [slot])] == slots[-4:]


def test_in_a_home_that_was_copied_to_another_machine_it_is_not_known(
    device: DeviceSettings,
) -> None:
    remember(device, VAULT, SLOT, MACHINE)

    assert recall(device, VAULT, MACHINE[::-1], [SLOT]) is None


def test_a_machine_that_cannot_be_told_remembers_nothing(device: DeviceSettings) -> None:
    remember(device, VAULT, SLOT, "")

    assert device.get(OWN_SLOTS) == ""
    assert recall(device, VAULT, "", [SLOT]) is None


def test_the_machine_itself_is_not_written_down(device: DeviceSettings) -> None:
    remember(device, VAULT, SLOT, MACHINE)

    assert MACHINE not in device.get(OWN_SLOTS)


def test_only_the_newest_vaults_are_remembered(device: DeviceSettings) -> None:
    vaults = [UUID(int=at) for at in range(30)]
    for vault in vaults:
        remember(device, vault, SLOT, MACHINE)

    known = [vault for vault in vaults if recall(device, vault, MACHINE, [SLOT])]
    assert known == vaults[-20:]


@pytest.mark.parametrize("kept", ["x", "[]", *ODD])
def test_what_cannot_be_read_is_not_known(device: DeviceSettings, kept: str) -> None:
    device.put(OWN_SLOTS, kept)

    assert recall(device, VAULT, MACHINE, [SLOT]) is None
    remember(device, VAULT, SLOT, MACHINE)
    assert recall(device, VAULT, MACHINE, [SLOT]) == SLOT
