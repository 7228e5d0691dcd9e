"""Ways in that come, go and take another's place, and what the ledger says of them."""

from collections.abc import Callable

import pytest

from app.core.changes import Kind
from app.core.errors import VaultHeld
from crypto.errors import KeyringItemGone, LastWayIn, PassphraseWrong, WayInExists
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import SlotKind
from crypto.vault import change_slots
from crypto.vault.header_files import COPIES
from tests.app.workflows.ways_in.conftest import Make, Opened
from tests.support.fake_key_store import FakeKeyStore
from tests.support.workspaces import PASSPHRASE

OTHER = "orchard lantern willow amber"


def test_the_kit_is_listed_last(opened: Opened) -> None:
    kinds = [way.kind for way in opened.ways.listed()]

    assert kinds == [SlotKind.PASSPHRASE, SlotKind.RECOVERY]


def test_another_passphrase_takes_the_place_of_the_old_one(opened: Opened) -> None:
    old = opened.id_of(SlotKind.PASSPHRASE)

    changes = opened.ways.replace(old, opened.ready(PassphraseWay(OTHER), old))

    assert changes.touches(Kind.WAY_IN)
    assert opened.events() == [
        ("way_in_added", {"way": "passphrase"}),
        ("way_in_removed", {"way": "passphrase"}),
    ]
    assert opened.workspace.integrity.check_at_once().faults == ()
    opened.workspace.close()
    with pytest.raises(PassphraseWrong):
        opened.open_again(PassphraseWay(PASSPHRASE))
    opened.open_again(PassphraseWay(OTHER))


def test_a_computer_is_added_beside_the_passphrase(opened: Opened, store: FakeKeyStore) -> None:
    opened.ways.add(opened.ready(KeyringWay(store)))

    assert opened.events() == [("way_in_added", {"way": "keyring"})]
    opened.open_again(KeyringWay(store))
    assert opened.ways.opened_by == opened.id_of(SlotKind.KEYRING)


def test_a_way_in_that_was_removed_opens_nothing(opened: Opened, store: FakeKeyStore) -> None:
    opened.ways.add(opened.ready(KeyringWay(store)))

    opened.ways.remove(opened.id_of(SlotKind.KEYRING))

    assert [kind for kind, _ in opened.events()] == ["way_in_added", "way_in_removed"]
    opened.workspace.close()
    with pytest.raises(KeyringItemGone):
        opened.open_again(KeyringWay(store))
    opened.open_again(PassphraseWay(PASSPHRASE))


@pytest.mark.parametrize("kind", [SlotKind.PASSPHRASE, SlotKind.RECOVERY])
def test_the_last_way_in_and_the_kit_stay(opened: Opened, kind: SlotKind) -> None:
    with pytest.raises(LastWayIn):
        opened.ways.remove(opened.id_of(kind))

    assert opened.events() == []


def test_a_computer_is_not_added_twice(make: Make, store: FakeKeyStore) -> None:
    opened = make(KeyringWay(store))

    with pytest.raises(WayInExists):
        opened.ready(KeyringPassphraseWay(store, OTHER))


def test_a_half_that_is_gone_is_put_back_and_other_computers_keep_theirs(make: Make) -> None:
    here, elsewhere = FakeKeyStore("GNOME Keyring"), FakeKeyStore("KDE Wallet")
    opened = make(KeyringPassphraseWay(here, PASSPHRASE))
    own = opened.ways.opened_by
    opened.ways.add(opened.ready(KeyringPassphraseWay(elsewhere, PASSPHRASE)))
    here.items.clear()
    opened.open_again(RecoveryWay(opened.words))

    opened.ways.replace(own, opened.ready(KeyringPassphraseWay(here, OTHER), own))

    opened.open_again(KeyringPassphraseWay(here, OTHER))
    opened.open_again(KeyringPassphraseWay(elsewhere, PASSPHRASE))


def test_what_a_killed_process_changed_is_written_down_by_the_next(
    opened: Opened, store: FakeKeyStore
) -> None:
    # Killed after the header was written, and before the entry was.
    change_slots.add_way(opened.workspace._vault, opened.ready(KeyringWay(store)))
    opened.open_again(PassphraseWay(PASSPHRASE))
    assert opened.events() == []

    opened.ways.catch_up()

    assert opened.events() == [("way_in_added", {"way": "keyring"})]
    assert not opened.ways.catch_up().touched


def test_a_change_whose_entry_was_missed_is_written_down_before_the_next(
    opened: Opened, store: FakeKeyStore
) -> None:
    change_slots.add_way(opened.workspace._vault, opened.ready(KeyringWay(store)))

    opened.ways.remove(opened.id_of(SlotKind.KEYRING))

    assert [kind for kind, _ in opened.events()] == ["way_in_added", "way_in_removed"]


def test_a_vault_from_before_is_followed_from_now_on(opened: Opened, store: FakeKeyStore) -> None:
    with opened.workspace._database.write() as writer:
        writer.execute("DELETE FROM vault_settings")

    opened.ways.catch_up()

    assert opened.events() == []
    opened.ways.add(opened.ready(KeyringWay(store)))
    assert opened.events() == [("way_in_added", {"way": "keyring"})]


def test_what_was_put_in_is_of_no_more_use(opened: Opened, store: FakeKeyStore) -> None:
    beside = opened.ready(KeyringWay(store))
    opened.ways.put(beside, None)
    old = opened.id_of(SlotKind.PASSPHRASE)
    instead = opened.ready(PassphraseWay(OTHER), old)
    opened.ways.put(instead, old)

    assert [len(ready.found_again) for ready in (beside, instead)] == [0, 0]
    opened.open_again(KeyringWay(store))
    opened.open_again(PassphraseWay(OTHER))


def test_what_could_not_be_put_in_is_wiped_too(opened: Opened, store: FakeKeyStore) -> None:
    ready = opened.ready(KeyringWay(store))
    opened.workspace._database.hold()

    with pytest.raises(VaultHeld):
        opened.ways.put(ready, None)

    assert len(ready.found_again) == 0


Change = Callable[[Opened, FakeKeyStore], object]


CHANGES: dict[str, Change] = {
    "add": lambda opened, store: opened.ways.add(opened.ready(KeyringWay(store))),
    "replace": lambda opened, _: opened.ways.replace(
        opened.ways.opened_by, opened.ready(PassphraseWay(OTHER), opened.ways.opened_by)
    ),
    "remove": lambda opened, _: opened.ways.remove(opened.ways.opened_by),
    "new kit": lambda opened, _: opened.ways.kits.finish(opened.ways.kits.begin()),
    "rehearse": lambda opened, _: opened.ways.kits.rehearse(opened.words),
    "new key": lambda opened, _: opened.ways.take_new_key(
        [opened.ready(PassphraseWay(OTHER), opened.ways.opened_by)], opened.ways.kits.begin()
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_while_an_answer_is_owed_no_file_of_the_vault_changes(
    opened: Opened, store: FakeKeyStore, change: Change
) -> None:
    before = header_and_names(opened)
    opened.workspace._database.hold()

    with pytest.raises(VaultHeld):
        change(opened, store)

    assert header_and_names(opened) == before


def header_and_names(opened: Opened) -> tuple[list[bytes], list[str]]:
    """What tells whether a key slot was changed, or a vault begun under another key."""
    copies = [opened.folder / name for name in COPIES]
    return [copy.read_bytes() for copy in copies], sorted(
        path.name for path in opened.folder.iterdir()
    )
