"""A vault as a journey sees it from outside: in a folder, open or not, its kit on paper."""

import fcntl
import re
import subprocess
from pathlib import Path

from app.core.clock import SystemClock
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workspace import Workspace, create_workspace
from crypto.primitives.kdf import APP_COSTS
from crypto.slots.slot import NewWay
from crypto.vault.lock import LOCK_FILE
from tests.support.desktop import Home, until


def a_vault(folder: Path, name: str, way: NewWay) -> tuple[Workspace, tuple[str, ...]]:
    """A vault at the lowest cost that the app opens, and its 24 words; whoever calls closes it.

    The vaults that the app itself makes in a journey have the full cost.
    """
    return create_workspace(folder, name, way, SystemClock(), APP_COSTS.lowest)


def make_vault(home: Home, way: NewWay) -> tuple[Path, tuple[str, ...]]:
    """A vault that `home` opened last; its folder and its 24 words."""
    folder = home.folder / "Documents" / "Underrose" / "Whitlock Coaching.vault"
    folder.parent.mkdir(parents=True)
    workspace, words = a_vault(folder, "Whitlock Coaching", way)
    workspace.close()
    remember(home, folder)
    return folder, words


def remember(home: Home, folder: Path) -> None:
    """Makes `folder` the vault that was opened last in this home."""
    settings = Path(home.environment["XDG_CONFIG_HOME"]) / "underrose" / "device.json"
    DeviceSettings(settings).put(VAULT_FOLDER, str(folder))


def is_open(vault: Path) -> bool:
    """Whether some process has the vault open: it holds the lock then."""
    try:
        with (vault / LOCK_FILE).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def wait_until_open(vault: Path) -> None:
    """Waits until a process has the vault open."""
    until(lambda: is_open(vault), "the vault did not open")


def words_on(sheet: Path) -> list[str]:
    """The words of a Recovery Kit saved as PDF, in their order."""
    read = subprocess.run(
        ["pdftotext", "-layout", str(sheet), "-"], capture_output=True, text=True, check=True
    )
    numbered = dict(re.findall(r"\b(\d+)\s+([a-z]{3,8})\b", read.stdout))
    return [numbered[str(place)] for place in range(1, 25)]
