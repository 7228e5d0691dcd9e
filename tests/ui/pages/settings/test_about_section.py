"""About says which libraries keep the vault, asked of the libraries themselves."""

from pytestqt.qtbot import QtBot

from crypto.vault.versions import versions
from tests.support.desk import Desk
from tests.support.find import find
from ui.pages.settings.about_model import AboutModel
from ui.pages.settings.about_section import AboutSection
from ui.widgets.text import Text


def test_the_libraries_are_named_with_their_versions(qtbot: QtBot, desk: Desk) -> None:
    model = AboutModel(desk.jobs, desk.window)
    section = AboutSection(desk.theme, model)
    section.setParent(desk.window)
    with qtbot.waitSignal(model.versions_read):
        desk.window.show()
        section.show()
    found = versions()
    told = find(section, Text, "settings.versions").text()
    assert told == f"SQLCipher {found.sqlcipher}, SQLite {found.sqlite}, OpenSSL {found.openssl}"
    assert found.sqlcipher[0].isdigit()


def test_they_are_asked_once(qtbot: QtBot, desk: Desk) -> None:
    model = AboutModel(desk.jobs, desk.window)
    with qtbot.waitSignal(model.versions_read):
        model.read_versions()
    with qtbot.assertNotEmitted(model.versions_read, wait=200):
        model.read_versions()
