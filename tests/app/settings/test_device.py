"""Device settings: kept on this computer, and never in the way of a start."""

from pathlib import Path
from typing import Any

import pytest

from app.settings.declared import (
    DEVICE_SETTINGS,
    SIDEBAR_NARROW,
    TEXT_SCALE,
    THEME,
    VAULT_FOLDER,
    VAULT_SETTINGS,
    Scope,
    Setting,
)
from app.settings.device import DeviceSettings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "device.json"


def test_what_was_never_set_has_its_default(file: Path) -> None:
    device = DeviceSettings(file)
    assert [device.get(setting) for setting in DEVICE_SETTINGS] == [
        setting.default for setting in DEVICE_SETTINGS
    ]


def test_what_was_put_is_there_at_the_next_start(file: Path) -> None:
    device = DeviceSettings(file)
    device.put(THEME, "dark")
    device.put(TEXT_SCALE, 1.3)
    device.put(SIDEBAR_NARROW, True)
    later = DeviceSettings(file)
    assert (later.get(THEME), later.get(TEXT_SCALE)) == ("dark", 1.3)
    assert later.get(SIDEBAR_NARROW) is True


@pytest.mark.parametrize("folder", ["/home/a b/Ä %(x)s.vault ", "/with\nline", "/raw\udcff", " ="])
def test_a_folder_comes_back_as_it_was(file: Path, folder: str) -> None:
    DeviceSettings(file).put(VAULT_FOLDER, folder)
    assert DeviceSettings(file).get(VAULT_FOLDER) == folder


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "[]", '"dark"', '{"look.theme": "purple"}', '{"look.theme": 3}'],
)
def test_an_unusable_file_or_value_counts_as_not_set(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text)
    assert DeviceSettings(file).get(THEME) == "system"


def test_bytes_that_are_no_text_count_as_not_set(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b'{"look.theme": "dark\xff"}')
    assert DeviceSettings(file).get(THEME) == "system"


def test_where_the_disk_refuses_the_value_holds_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the way of the folder")
    device = DeviceSettings(tmp_path / "config" / "device.json")
    device.put(THEME, "light")
    assert device.get(THEME) == "light"


def test_no_draft_of_the_file_is_left(file: Path) -> None:
    DeviceSettings(file).put(THEME, "light")
    assert [entry.name for entry in file.parent.iterdir()] == ["device.json"]


@pytest.mark.parametrize(
    ("settings", "scope"), [(DEVICE_SETTINGS, Scope.DEVICE), (VAULT_SETTINGS, Scope.VAULT)]
)
def test_every_setting_is_declared_for_where_it_is_kept_with_a_usable_default(
    settings: tuple[Setting[Any], ...], scope: Scope
) -> None:
    for setting in settings:
        assert setting.scope is scope
        assert type(setting.default) is setting.type
        assert setting.description
        assert not setting.choices or setting.default in setting.choices
