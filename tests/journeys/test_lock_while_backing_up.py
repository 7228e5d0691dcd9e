"""A lock waits for no backup: it ends with it, without harm, and the next one is whole."""

from pathlib import Path

from app.workflows.backup.places import describe
from app.workspace import Workspace
from crypto.slots.passphrase import PassphraseWay
from tests.support.carrier_watch import Halted
from tests.support.desktop import Window, running, until
from tests.support.journey_facts import opened, seal
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


def test_a_lock_ends_it_and_the_next_one_leaves_nothing_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "Copies"
    folder.mkdir()

    def fill(workspace: Workspace) -> None:
        add_client(workspace, "Amara Osei")
        workspace.backup_plan.put(workspace.backup_plan.get().with_place(describe(folder)))

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
        window = unlock(vault)
        assert not list(vault.glob(".backup-*"))
        before_it = seal(vault)
        back_up(window)
        until(lambda: list(folder.glob(f"*{SUFFIX}")), "no backup was made", 40.0)
        until(lambda: not list(folder.glob(".*.part")), "what was left was not removed")
        until(lambda: seal(vault) != before_it, "it was not recorded")
        wait_until_saved(vault)
    assert app.said == ""
    with opened(vault, PassphraseWay(PASSPHRASE)) as workspace:
        (backup,) = workspace.backups.listed()
        assert workspace.integrity.check_at_once().is_sound
    assert [path.name for path in folder.iterdir()] == [backup.file_name]
