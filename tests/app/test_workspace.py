"""A vault is made, left and opened again with everything in it."""

from pathlib import Path

import pytest

from app.storage import migrate
from app.workspace import create_workspace, open_workspace
from crypto.errors import PassphraseWrong
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE, add_client


def test_what_was_written_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    workspace, words = create_workspace(
        tmp_path / "v.vault",
        "Whitlock Coaching",
        PassphraseWay(PASSPHRASE),
        FixedClock(),
        TEST_ONLY_COST,
        TEST_ONLY_COSTS,
    )
    add_client(workspace, "Amara Osei")
    workspace.view_state.put({"page": "today"})
    workspace.close()
    for way in (PassphraseWay(PASSPHRASE), RecoveryWay(words)):
        again = open_workspace(tmp_path / "v.vault", way, FixedClock(), TEST_ONLY_COSTS)
        assert [client.name for client in again.clients.listed()] == ["Amara Osei"]
        assert again.practice.get().practice_name == "Whitlock Coaching"
        assert again.view_state.get() == {"page": "today"}
        assert migrate.version(again._vault.connection) == migrate.newest()
        again.close()


def test_a_wrong_passphrase_opens_nothing_and_leaves_the_vault_free(tmp_path: Path) -> None:
    folder = tmp_path / "v.vault"
    way = PassphraseWay(PASSPHRASE)
    create_workspace(folder, "W", way, FixedClock(), TEST_ONLY_COST, TEST_ONLY_COSTS)[0].close()
    with pytest.raises(PassphraseWrong):
        open_workspace(folder, PassphraseWay("another passphrase"), FixedClock(), TEST_ONLY_COSTS)
    open_workspace(folder, way, FixedClock(), TEST_ONLY_COSTS).close()
