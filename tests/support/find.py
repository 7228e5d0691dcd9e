"""Finds a control by the object name that tests and the tour know it by."""

from typing import TypeVar

from PySide6.QtCore import QObject

T = TypeVar("T", bound=QObject)


def find(parent: QObject, kind: type[T], name: str = "") -> T:
    """The child of this kind and object name, any name if empty; fails when there is none."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None, f"no {kind.__name__} {name!r}"
    return found
