"""What can't be read says so where it would stand."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crypto.errors import VaultDamaged
from ui.places.unread import Unread
from ui.theme.switcher import Theme


class Model(QObject):
    """A view model, as far as it matters here."""

    unread = Signal(object)


def test_it_takes_the_place_of_the_content_until_that_can_be_read(
    qtbot: QtBot, theme: Theme
) -> None:
    model, content = Model(), QWidget()
    qtbot.addWidget(content)
    unread = Unread(theme, model.unread, content)
    qtbot.addWidget(unread)
    assert unread.isHidden()
    model.unread.emit(VaultDamaged())
    assert not unread.isHidden()
    assert content.isHidden()
    said = " ".join(label.text() for label in unread.findChildren(QLabel))
    assert "This can’t be read" in said
    assert "Part of the vault fails its check." in said
    model.unread.emit(None)
    assert unread.isHidden()
    assert not content.isHidden()
