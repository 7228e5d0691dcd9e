"""A test that leaves a thread, a timer or a window behind fails; so does one that makes Qt warn."""

from pathlib import Path

import pytest

PLANTED = {
    "left behind: thread ": """
        import threading
        def test_it():
            threading.Thread(target=threading.Event().wait, args=(20,), daemon=True).start()
    """,
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


def run(pytester: pytest.Pytester, root: Path, source: str) -> pytest.RunResult:
    test = pytester.makepyfile(source)
    return pytester.runpytest_subprocess(
        "-c", root / "pyproject.toml", "-p", "tests.support.leaks", "-p", "no:cacheprovider", test
    )


@pytest.fixture(autouse=True)
def project_on_the_path(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(root))


@pytest.mark.parametrize("complaint", PLANTED)
def test_what_is_left_behind_fails_the_test(
    pytester: pytest.Pytester, root: Path, complaint: str
) -> None:
    result = run(pytester, root, PLANTED[complaint])
    outcomes = result.parseoutcomes()
    assert outcomes.get("failed", 0) + outcomes.get("errors", 0) == 1
    result.stdout.fnmatch_lines(f"*{complaint}*")


def test_a_tidy_test_passes(pytester: pytest.Pytester, root: Path) -> None:
    result = run(pytester, root, TIDY)
    result.assert_outcomes(passed=1)
