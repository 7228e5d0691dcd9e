"""Every control that the keyboard can reach has a name that a screen reader can say."""

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.accessible_names import nameless


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setObjectName("planted")
    qtbot.addWidget(window)
    return window


def test_a_field_without_a_name_is_found(window: QWidget) -> None:
    QLineEdit(window).setObjectName("client.name")
    assert nameless(window) == ["QLineEdit 'client.name' in planted"]


def test_a_button_with_a_picture_only_is_found(window: QWidget) -> None:
    QPushButton("", window)
    assert nameless(window) == ["QPushButton '' in planted"]


def test_a_row_without_words_is_found(window: QWidget) -> None:
    view = QListView(window)
    view.setAccessibleName("Clients")
    view.setModel(QStringListModel(["Amara Osei", ""], view))
    assert nameless(window) == ["row 1 of QListView '' in planted"]


def test_names_from_text_label_and_action_count(window: QWidget) -> None:
    QPushButton("Add a client", window)
    field, label = QLineEdit(window), QLabel("&Name", window)
    label.setBuddy(field)
    QToolButton(window).setDefaultAction(QAction("Lock", window))
    QLineEdit(window).setAccessibleName("Find")
    assert nameless(window) == []
