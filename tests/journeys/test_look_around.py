"""Looking around before there is a vault of one's own: in by keys, out by keys, and in again."""

import json
import time
from contextlib import suppress
from pathlib import Path

from app.demo.look_around import PASSPHRASE
from app.demo.practice import NAME
from app.settings.declared import VAULT_FOLDER
from crypto.slots.passphrase import PassphraseWay
from tests.support.desktop import App, Home, Window, running, until, wait_for_window
from tests.support.journey_facts import opened
from tests.support.journey_first_run import SETTLES, create_vault, lock, vault_in
from tests.support.journey_unlocked import TOO_EARLY, TRIES, wait_until_saved, wait_until_still
from tests.support.vault_on_disk import is_open, wait_until_open


def remembered(home: Home) -> str:
    """The vault that the next start will ask for."""
    file = Path(home.environment["XDG_CONFIG_HOME"]) / "underrose" / "device.json"
    return json.loads(file.read_text("utf-8")).get(VAULT_FOLDER.key, "") if file.exists() else ""


def look_around(vault: Path) -> Window:
    """Backwards from the name: past the button that restores, the one to look around is next."""
    window = wait_for_window()
    window.focus()
    time.sleep(SETTLES)
    window.press("shift+Tab", "shift+Tab", "space")
    wait_until_open(vault)
    wait_until_saved(vault)  # where the coach is then is kept
    wait_until_still(window)
    return window


def make_own(app: App, window: Window) -> None:
    """By the palette and the button that says so; keys that came too early are pressed again."""
    before = app.children()

    def has_locked() -> bool:
        return bool(app.children()) and not set(app.children()) & set(before)

    for _ in range(TRIES):
        window.press("Escape", "ctrl+k")
        wait_until_still(window)
        window.type("vault of your own")
        wait_until_still(window)
        window.press("Return")
        wait_until_still(window)
        window.press("Tab", "Return")
        with suppress(TimeoutError):
            until(has_locked, "it did not lock", TOO_EARLY)
            return
    raise TimeoutError("it did not lock")


def test_a_made_up_practice_comes_first_and_one_s_own_vault_after_it(home: Home) -> None:
    made_up = home.folder / "Documents" / "Underrose" / f"{NAME}.vault"
    with running(home) as app:
        window = look_around(made_up)
        assert remembered(home) == ""
        lock(app, window)
        until(lambda: not is_open(made_up), "it is still open")
        window = look_around(made_up)  # the same one, at once
        assert [path.name for path in made_up.parent.iterdir()] == [made_up.name]
        make_own(app, window)
        until(lambda: not is_open(made_up), "it is still open")
        create_vault(home)
        assert remembered(home) == str(vault_in(home))
    with opened(made_up, PassphraseWay(PASSPHRASE)) as workspace:
        assert workspace.facts().is_made_up
        assert len(workspace.clients.listed()) == 14
