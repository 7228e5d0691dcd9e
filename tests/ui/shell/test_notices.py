"""A notice says what went wrong, until it is put away or followed."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from crypto.errors import VaultDamaged
from ui.shell.notices import Notices
from ui.theme.switcher import Theme


@pytest.fixture
def notices(theme: Theme, qtbot: QtBot) -> Iterator[Notices]:
    notices = Notices(theme)
    notices.show()
    yield notices
    notices.hide()
    notices.deleteLater()


def test_damage_that_a_check_found_leads_to_where_it_is_told(notices: Notices) -> None:
    followed: list[bool] = []
    notices.show_damage(lambda: followed.append(True), VaultDamaged())
    bar = notices._bar
    assert bar is not None
    assert "fails its check" in bar.text()
    bar.button.click()
    assert followed == [True]
    assert not notices.isVisible()


def test_what_cannot_be_read_afterwards_leads_there_too(notices: Notices) -> None:
    followed: list[bool] = []
    notices.show_damage(lambda: followed.append(True), VaultDamaged())
    notices.show_error(VaultDamaged())
    bar = notices._bar
    assert bar is not None
    bar.button.click()
    assert followed == [True]


def test_any_other_error_is_put_away(notices: Notices) -> None:
    notices.show_error(VaultDamaged())
    bar = notices._bar
    assert bar is not None
    bar.button.click()
    assert not notices.isVisible()
