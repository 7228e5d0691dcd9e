"""What Qt must not do by itself: remember folders, print, open the platform's dialogs."""

import os
import sys

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QSettings,
    QtMsgType,
    qInstallMessageHandler,
)


def mind_manners() -> None:
    """To be called before the application is made."""
    # Qt's own file dialog keeps the folders that were visited: here nothing can be kept.
    for format in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(format, QSettings.Scope.UserScope, os.devnull)
    qInstallMessageHandler(_message)


def refuse_native_dialogs() -> None:
    """To be called before the first dialog."""
    # takes 12 ms to import, which the first picture need not wait for
    from PySide6.QtCore import Qt

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def _message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Only an end is told in Qt's words: without them nobody could mend a missing library."""
    if kind is QtMsgType.QtFatalMsg:
        sys.stderr.write(f"{text}\n")
    elif kind is not QtMsgType.QtDebugMsg:
        # logging takes 4 ms to import, and is seldom needed before the first picture
        from app.process.events import Event, warn

        warn(Event.QT_WARNING)
