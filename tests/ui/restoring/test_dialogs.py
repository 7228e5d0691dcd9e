"""The desk's two dialogs, on a real vault and a real backup of it."""

import hashlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.core.changes import Changes
from app.core.clock import SystemClock
from app.records.backups.record import Backup, BackupState
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workspace import Workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import SlotKind
from crypto.vault.vault import look_at
from tests.support.accessible_names import nameless
from tests.support.backed_up import BackedUp, a_backed_up_vault
from tests.support.damage import flip
from tests.support.ending_threads import all_have_ended
from tests.support.find import find
from tests.support.never import never
from tests.support.workspaces import PASSPHRASE
from ui.jobs import Jobs
from ui.restoring.calls import Calls, Secret
from ui.restoring.restore_dialog import RestoreDialog
from ui.restoring.try_dialog import TryDialog
from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog

PATIENCE = 20_000  # milliseconds


@pytest.fixture
def backed_up(tmp_path: Path) -> BackedUp:
    return a_backed_up_vault(tmp_path)


@pytest.fixture
def open_vault(jobs: Jobs, qtbot: QtBot, backed_up: BackedUp, device: DeviceSettings) -> BackedUp:
    def call() -> Workspace:
        way = PassphraseWay(PASSPHRASE)
        return open_workspace(backed_up.vault, way, SystemClock(), TEST_ONLY_COSTS)

    device.put(VAULT_FOLDER, str(backed_up.vault))
    opened: list[bool] = []
    jobs.open(jobs, call, lambda: opened.append(True), never)
    qtbot.waitUntil(lambda: bool(opened))
    return backed_up


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
    yield window
    qtbot.waitUntil(all_have_ended)


@contextmanager
def shown(dialog: Dialog) -> Generator[Callable[[str], bool]]:
    dialog.open()

    def reads(words: str) -> bool:
        labels = dialog.findChildren(QLabel)
        return any(words in label.text() and label.isVisible() for label in labels)

    yield reads
    dialog.dismiss()


def listed(jobs: Jobs, qtbot: QtBot) -> list[Backup]:
    found: list[list[Backup]] = []
    jobs.read(jobs, lambda workspace: workspace.backups.listed(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def press_enter() -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)


def everything_in(folder: Path) -> dict[str, str]:
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


def test_without_the_words_it_says_what_that_leaves_open_and_is_not_noted_as_tried(
    open_vault: BackedUp, jobs: Jobs, qtbot: QtBot, window: QWidget, theme: Theme
) -> None:
    (backup,) = listed(jobs, qtbot)
    assert backup.state is BackupState.CHECKED
    before = sorted(open_vault.file.parent.iterdir()), sorted(open_vault.vault.parent.iterdir())
    dialog = TryDialog(window, theme, jobs, open_vault.file)
    with shown(dialog) as reads:
        qtbot.waitUntil(lambda: reads("This backup is whole, and can be"), timeout=PATIENCE)
        qtbot.waitUntil(lambda: reads("doesn’t show that you could open it after a loss."))
        qtbot.waitUntil(lambda: reads("1 client, 1 session, 1 note"))
        qtbot.waitUntil(lambda: reads("As far as the backup."))
        assert nameless(dialog) == []
        asked: list[Path] = []
        dialog.words_asked.connect(asked.append)
        find(dialog, Button, "try_backup.by_words").click()
        assert asked == [open_vault.file]
    assert listed(jobs, qtbot)[0].state is BackupState.CHECKED
    after = sorted(open_vault.file.parent.iterdir()), sorted(open_vault.vault.parent.iterdir())
    assert after == before


def test_a_damaged_backup_is_told_and_not_noted_as_tried(
    open_vault: BackedUp, jobs: Jobs, qtbot: QtBot, window: QWidget, theme: Theme
) -> None:
    data = bytearray(open_vault.file.read_bytes())
    data[9000] ^= 1
    open_vault.file.write_bytes(data)
    with shown(TryDialog(window, theme, jobs, open_vault.file)) as reads:
        qtbot.waitUntil(lambda: reads("This backup is damaged."), timeout=PATIENCE)
    assert listed(jobs, qtbot)[0].state is BackupState.CHECKED


def test_a_backup_whose_drive_is_gone_is_told(
    open_vault: BackedUp, jobs: Jobs, qtbot: QtBot, window: QWidget, theme: Theme
) -> None:
    open_vault.file.unlink()
    with shown(TryDialog(window, theme, jobs, open_vault.file)) as reads:
        qtbot.waitUntil(lambda: reads("The backup isn’t there"), timeout=PATIENCE)


def test_one_that_another_kit_opens_leads_to_its_words(
    open_vault: BackedUp, jobs: Jobs, qtbot: QtBot, window: QWidget, theme: Theme
) -> None:
    def forget(workspace: Workspace) -> Changes:
        with workspace._database.write() as writer:
            writer.execute("DELETE FROM backup_roots")
        return Changes()

    forgotten: list[object] = []
    jobs.write(jobs, forget, forgotten.append, never)
    qtbot.waitUntil(lambda: bool(forgotten))
    dialog = TryDialog(window, theme, jobs, open_vault.file)
    with shown(dialog) as reads:
        qtbot.waitUntil(lambda: reads("doesn’t know the kit that opens this backup."))
        assert not reads("Before the first backup")
        asked: list[Path] = []
        dialog.words_asked.connect(asked.append)
        find(dialog, Button, "try_backup.by_words").click()
        assert asked == [open_vault.file]


def test_another_vaults_file_under_its_name_is_told_as_that(
    open_vault: BackedUp, jobs: Jobs, qtbot: QtBot, window: QWidget, theme: Theme, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = a_backed_up_vault(tmp_path / "other")
    open_vault.file.write_bytes(other.file.read_bytes())
    with shown(TryDialog(window, theme, jobs, open_vault.file)) as reads:
        qtbot.waitUntil(lambda: reads("belongs to another vault"), timeout=PATIENCE)
    assert listed(jobs, qtbot)[0].state is BackupState.CHECKED


@pytest.fixture
def dialog(
    open_vault: BackedUp, jobs: Jobs, window: QWidget, theme: Theme, device: DeviceSettings
) -> RestoreDialog:
    """About the open vault's backup, not shown yet."""
    return RestoreDialog(window, theme, jobs, device, open_vault.file)


def test_a_backup_is_kept_as_a_second_vault_beside_the_open_one(
    open_vault: BackedUp,
    jobs: Jobs,
    qtbot: QtBot,
    window: QWidget,
    theme: Theme,
    device: DeviceSettings,
    tmp_path: Path,
) -> None:
    calls = Calls(usual_parent=lambda: tmp_path)
    dialog = RestoreDialog(window, theme, jobs, device, open_vault.file, calls)
    with shown(dialog) as reads:
        qtbot.waitUntil(lambda: reads("It opens with the words of Recovery Kit 1"))
        assert nameless(dialog) == []
        for letter in " ".join(open_vault.words):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, letter)
        main = find(dialog, Button, "bring_back.go_on")
        qtbot.waitUntil(main.isEnabled)
        press_enter()
        qtbot.waitUntil(lambda: reads("Every record was read"), timeout=PATIENCE)
        assert reads("The words of Recovery Kit 1: that sheet opens it")
        qtbot.waitUntil(lambda: listed(jobs, qtbot)[0].state is BackupState.TRIED)
        before = everything_in(open_vault.vault)
        qtbot.waitUntil(main.isEnabled)
        assert nameless(dialog) == []
        press_enter()
        qtbot.waitUntil(lambda: reads("a vault of its own now"), timeout=PATIENCE)
        assert nameless(dialog) == []
        with qtbot.waitSignal(dialog.locks_into) as locks_into:
            find(dialog, Button, "bring_back.lock").click()
    (restored,) = tmp_path.glob("Whitlock Coaching, backup of *.vault")
    assert locks_into.args == [restored]
    assert look_at(restored).kinds == {SlotKind.RECOVERY}
    assert device.get(VAULT_FOLDER) == str(open_vault.vault)
    assert everything_in(open_vault.vault) == before


def test_what_can_be_read_of_a_damaged_one_is_saved_from_the_lock_screen(
    open_vault: BackedUp, dialog: RestoreDialog, qtbot: QtBot
) -> None:
    flip(open_vault.file, [3])
    with shown(dialog) as reads:
        qtbot.waitUntil(lambda: reads("It opens with the words of Recovery Kit 1"))
        assert not reads("lock, then choose")
        dialog._model.typing(True)
        dialog._model.look(Secret(open_vault.words))
        qtbot.waitUntil(lambda: reads("This backup is damaged."), timeout=PATIENCE)
        assert reads("lock, then choose “Restore a backup”.")
        assert find(dialog, Button, "bring_back.go_on").text() == "Look inside"


def test_the_newest_that_the_vault_lists_is_a_key_away(
    open_vault: BackedUp,
    window: QWidget,
    theme: Theme,
    jobs: Jobs,
    device: DeviceSettings,
    qtbot: QtBot,
) -> None:
    (newest,) = listed(jobs, qtbot)
    dialog = RestoreDialog(window, theme, jobs, device)
    with shown(dialog) as reads:
        qtbot.waitUntil(lambda: reads("The newest: "))
        qtbot.waitUntil(find(dialog, Button, "bring_back.newest").hasFocus)
        press_enter()
        qtbot.waitUntil(lambda: reads("It opens with the words of Recovery Kit 1"))
    assert newest.folder == str(open_vault.file.parent)


def test_esc_ends_a_look_inside(dialog: RestoreDialog, qtbot: QtBot) -> None:
    closed: list[bool] = []
    dialog.closed.connect(lambda: closed.append(True))
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(closed))


def test_its_buttons_stand_in_one_row_and_name_and_place_can_be_read_whole(
    open_vault: BackedUp, dialog: RestoreDialog, qtbot: QtBot
) -> None:
    with shown(dialog) as reads:
        qtbot.waitUntil(lambda: reads("It opens with the words of Recovery Kit 1"))
        dialog._model.typing(True)
        dialog._model.look(Secret(open_vault.words))
        qtbot.waitUntil(lambda: reads("Every record was read"), timeout=PATIENCE)
        names = ("bring_back.back", "bring_back.close", "bring_back.go_on")
        row = [find(dialog, Button, name) for name in names]
        qtbot.waitUntil(row[-1].isEnabled)
        assert all(button.isVisible() for button in row)
        places = [button.mapTo(dialog, button.rect().center()) for button in row]
        assert [place.x() for place in places] == sorted(place.x() for place in places)
        assert max(place.y() for place in places) - min(place.y() for place in places) <= 1
        name, place = (find(dialog, QLineEdit, f"bring_back.{what}") for what in ("name", "place"))
        usual = str(Path("Documents", "Underrose", Path(place.text()).name))
        for line, words in ((name, name.text()), (place, usual)):
            assert "backup of" in words
            assert line.fontMetrics().horizontalAdvance(words) < line.width()
