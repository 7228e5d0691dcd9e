"""A notice says what went wrong, until it is put away or followed."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from crypto.errors import VaultDamaged
from ui.shell.notices import DamageWays, Notices
from ui.theme.switcher import Theme
from ui.widgets.button import Button


@pytest.fixture
def notices(theme: Theme, qtbot: QtBot) -> Iterator[Notices]:
    notices = Notices(theme)
    notices.show()
    yield notices
    notices.hide()
    notices.deleteLater()


def ways(followed: list[str]) -> DamageWays:
    return DamageWays(
        restore=lambda: followed.append("restore"),
        save=lambda: followed.append("save"),
        look=lambda: followed.append("look"),
    )


def test_damage_offers_both_ways_out_in_the_order_that_it_names_them(
    notices: Notices, qtbot: QtBot
) -> None:
    followed: list[str] = []
    notices.show_damage(ways(followed), VaultDamaged())
    bar = notices._bar
    assert bar is not None
    qtbot.waitUntil(lambda: bar.button.width() > 0)
    buttons = sorted(bar.findChildren(Button), key=lambda button: button.x())
    said = ["Restore a backup", "Save what can be read", "See what was found"]
    assert [button.text() for button in buttons] == said
    assert bar.text().endswith("Restore a backup, or save what can be read.")
    for button in buttons[:2]:
        button.click()
    assert followed == ["restore", "save"]
    assert notices.isVisible()


def test_damage_that_a_check_found_leads_to_where_it_is_told(notices: Notices) -> None:
    followed: list[str] = []
    notices.show_damage(ways(followed), VaultDamaged())
    bar = notices._bar
    assert bar is not None
    assert "fails its check" in bar.text()
    bar.button.click()
    assert followed == ["look"]
    assert not notices.isVisible()


def test_what_cannot_be_read_afterwards_leads_there_too(notices: Notices) -> None:
    followed: list[str] = []
    notices.show_damage(ways(followed), VaultDamaged())
    notices.show_error(VaultDamaged())
    bar = notices._bar
    assert bar is not None
    bar.button.click()
    assert followed == ["look"]


def test_any_other_error_is_put_away(notices: Notices) -> None:
    notices.show_error(VaultDamaged())
    bar = notices._bar
    assert bar is not None
    bar.button.click()
    assert not notices.isVisible()
