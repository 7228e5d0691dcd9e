"""“Someone may have my key”: afterwards only the new ways in open the vault."""

import pytest

from crypto.errors import CryptoError, PassphraseWrong, RecoveryWrong
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import SlotKind
from crypto.vault.backup_root import backup_root
from tests.app.workflows.ways_in.conftest import Opened
from tests.support.fake_key_store import FakeKeyStore
from tests.support.workspaces import PASSPHRASE, add_client

OTHER = "orchard lantern willow amber"


def test_only_the_new_ways_in_open_it_and_everything_is_still_there(
    opened: Opened, store: FakeKeyStore
) -> None:
    add_client(opened.workspace, "Amara Osei")
    opened.ways.add(opened.ready(KeyringWay(store)))
    kit = opened.ways.kits.begin()
    way = opened.ready(PassphraseWay(OTHER), opened.id_of(SlotKind.PASSPHRASE))

    opened.ways.take_new_key([way], kit)

    opened.workspace.close()
    for old, refusal in (
        (PassphraseWay(PASSPHRASE), PassphraseWrong),
        (RecoveryWay(opened.words), RecoveryWrong),
        (KeyringWay(store), CryptoError),
    ):
        with pytest.raises(refusal):
            opened.open_again(old)
    opened.open_again(RecoveryWay(kit.words))
    opened.open_again(PassphraseWay(OTHER))
    assert [client.name for client in opened.workspace.clients.listed()] == ["Amara Osei"]
    assert not opened.workspace.standing.needs_answer
    assert opened.workspace.integrity.check_at_once().faults == ()


def test_the_ledger_goes_on_and_says_so(opened: Opened) -> None:
    kit = opened.ways.kits.begin()
    opened.ways.take_new_key([opened.ready(PassphraseWay(OTHER), opened.ways.opened_by)], kit)
    opened.open_again(PassphraseWay(OTHER))
    assert opened.ways.take_new_key.was_last()

    opened.ways.catch_up()

    assert opened.events() == [("rekeyed", {"epoch": 2})]
    facts = opened.ways.kits.facts()
    assert (facts.number, facts.kept) == (2, True)
    add_client(opened.workspace, "Amara Osei")
    assert not opened.ways.take_new_key.was_last()
    assert opened.root(2) == backup_root(kit.words, opened.workspace._vault.vault_id, 2)


def test_when_it_is_given_up_the_vault_is_as_it_was(opened: Opened) -> None:
    class GivenUp(Exception):
        pass

    def give_up(done: int, total: int) -> None:
        raise GivenUp

    kit = opened.ways.kits.begin()
    ready = opened.ready(PassphraseWay(OTHER), opened.ways.opened_by)
    with pytest.raises(GivenUp):
        opened.ways.take_new_key([ready], kit, give_up)

    add_client(opened.workspace, "Amara Osei")
    opened.open_again(PassphraseWay(PASSPHRASE))
    assert [client.name for client in opened.workspace.clients.listed()] == ["Amara Osei"]
    assert opened.events() == []
    assert not opened.ways.take_new_key.was_last()
