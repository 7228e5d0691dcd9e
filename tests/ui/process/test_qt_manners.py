"""Qt keeps no folders and prints nothing of what it is told."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import shiboken6
from PySide6.QtCore import QDir, qWarning
from PySide6.QtWidgets import QApplication, QFileDialog
from app.process.events import listen
from ui.process.qt_manners import mind_manners
listen()
mind_manners()
app = QApplication([])
dialog = QFileDialog(None, "Open", "/usr/share")
dialog.show()
app.processEvents()
dialog.setDirectory("/usr/lib")
dialog.accept()
shiboken6.delete(dialog)
app.processEvents()
qWarning("Amara Osei")
"""


def test_nothing_is_kept_and_nothing_is_told(root: Path, tmp_path: Path) -> None:
    environment = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(root),
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "qt warning" in done.stderr
    assert "Amara" not in done.stderr + done.stdout
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept == []
