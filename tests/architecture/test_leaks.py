"""A test that leaves a thread, a timer or a window behind fails; so does one that makes Qt warn."""

from pathlib import Path

import pytest

LEAKS = {
    "left behind: QTimer every 1000 ms": """
        from PySide6.QtCore import QTimer
        kept = QTimer()
        def test_it(qtbot):
            kept.start(1000)
    """,
    "left behind: window ": """
        from PySide6.QtWidgets import QWidget
        kept = []
        def test_it(qtbot):
            kept.append(QWidget())
    """,
    "left behind: QThread": """
        from PySide6.QtCore import QThread
        kept = QThread()
        def test_it(qtbot, request):
            kept.start()
            request.session.addfinalizer(lambda: (kept.quit(), kept.wait()))
    """,
    # The last one, since each later look that finds something waits for the thread too.
    "left behind: thread ": """
        import threading
        def test_it():
            threading.Thread(target=threading.Event().wait, args=(20,), daemon=True).start()
    """,
}

WARNINGS = {
    "QtWarningMsg: odd": """
        from PySide6.QtCore import qWarning
        def test_it():
            qWarning("odd")
    """,
    "UserWarning: odd": """
        import warnings
        def test_it():
            warnings.warn("odd")
    """,
}

TIDY = """
    import threading
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget
    def test_it(qtbot):
        thread = threading.Thread(target=lambda: None)
        thread.start()
        window = QWidget()
        qtbot.addWidget(window)
        window.show()
        timer = QTimer(window)
        timer.start(1000)
        QWidget().deleteLater()
        timer.stop()
"""


def test_what_is_left_behind_fails_its_test_and_a_tidy_one_passes(
    pytester: pytest.Pytester, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(root))
    sources = enumerate([*LEAKS.values(), *WARNINGS.values(), TIDY])
    pytester.makepyfile(**{f"test_{number}": source for number, source in sources})
    leaks = ("-c", root / "pyproject.toml", "-p", "tests.support.leaks")
    result = pytester.runpytest_subprocess(*leaks, "-p", "no:cacheprovider", ".")
    # A leak is found once its test has passed.
    result.assert_outcomes(errors=len(LEAKS), failed=len(WARNINGS), passed=len(LEAKS) + 1)
    result.stdout.fnmatch_lines([f"*{complaint}*" for complaint in (*LEAKS, *WARNINGS)])
