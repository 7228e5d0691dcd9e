"""A lock waits for no backup: it ends with it, without harm, and afterwards it begins again."""

from pathlib import Path

from app.workflows.backup.places import describe
from app.workflows.backup.plan import Plan
from app.workspace import Workspace
from crypto.slots.passphrase import PassphraseWay
from tests.support.carrier_watch import Halted
from tests.support.desktop import Window, running, until
from tests.support.journey_facts import opened
from tests.support.journey_unlocked import (
    unlock,
    wait_for_another_process,
    wait_until_saved,
    wait_until_still,
)
from tests.support.locked_home import home_with_vault
from tests.support.workspaces import PASSPHRASE, add_client

SUFFIX = ".underrose-backup"


def back_up(window: Window) -> None:
    """By the palette, as somebody would who knows what they want."""
    wait_until_still(window)
    window.press("ctrl+k")
    window.type("back up now")
    window.press("Return")


def test_one_that_a_lock_ends_begins_again_and_leaves_nothing_of_it(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "Copies"
    folder.mkdir()

    def fill(workspace: Workspace) -> None:
        add_client(workspace, "Amara Osei")
        plan = Plan((describe(folder),), automatic=False)  # what isn't asked for isn't made
        workspace.backup_plan.put(plan)

    home = home_with_vault(tmp_path, fill=fill)
    vault = home.folder / "Practice.vault"
    with running(home) as app:
        window = unlock(vault)
        before = app.children()
        halted = Halted(folder, before[0])
        back_up(window)
        until(lambda: halted.pid is not None, "the carrier did not stand still")
        window.press("ctrl+l")
        wait_for_another_process(app, before)
        halted.end()
        assert not list(folder.glob(f"*{SUFFIX}"))
        assert list(folder.glob(".*.part"))
        unlock(vault)
        assert not list(vault.glob(".backup-*"))
        until(lambda: list(folder.glob(f"*{SUFFIX}")), "it did not begin again", 60.0)
        wait_until_saved(vault)
    assert app.said == ""
    with opened(vault, PassphraseWay(PASSPHRASE)) as workspace:
        (backup,) = workspace.backups.listed()
        assert workspace.backups_under_way.get() == ()
        assert workspace.integrity.check_at_once().is_sound
    assert [path.name for path in folder.iterdir()] == [backup.file_name]
