"""A vault is compared before any write, and nothing is written while an answer is owed."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import VaultFormatUnknown, VaultHeld
from app.core.ids import ClientId, SessionId
from app.ledger import events, integrity
from app.ledger.standing import PIN_UNKNOWN
from app.ledger.verdict import VerdictKind
from app.records.session_notes.record import Paragraph, SessionNote
from app.storage import migrate
from app.workspace import Workspace
from crypto.errors import SaveNotDurable, VaultDamaged, VaultReadOnly
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.vault import open_vault as open_vault_module
from crypto.vault import vault as vault_module
from crypto.vault.change_slots import add_way
from crypto.vault.connection import VaultConnection
from crypto.vault.open_vault import Vault
from crypto.vault.reserve import RESERVE_FILE
from tests.support.bad_sectors import BadSectors
from tests.support.fixed_clock import FixedClock
from tests.support.kept_vaults import DATABASE, HEADERS, SEAL, KeptVault, pin_of
from tests.support.never import never
from tests.support.workspaces import PASSPHRASE, add_client, hold_session

EVERYTHING = (DATABASE, SEAL, *HEADERS)
STRAY_DRAFT = (
    "INSERT INTO drafts VALUES (zeroblob(16), 'session_note/1', NULL, x'00', zeroblob(32), 0)"
)
CHANGED_ROW = "UPDATE clients SET needs = 'x'"


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> KeptVault:
    """Left twice: with one client as the copy "old", with two as it lies there."""
    vault = KeptVault(tmp_path, clock)
    wrote(vault, "Amara Osei")
    vault.copy("old")
    wrote(vault, "Bo")
    return vault


def wrote(vault: KeptVault, name: str) -> bytes:
    """Adds a client, and leaves; the pin that is then right."""
    workspace = vault.open()
    add_client(workspace, name)
    pin = pin_of(workspace)
    workspace.close()
    return pin


def forked(vault: KeptVault) -> bytes:
    """Goes on with the old copy in another way; the pin of the way that was left."""
    pin = wrote(vault, "Cleo")
    vault.put_back("old")
    for name in ("Dora", "Emil", "Femi"):
        wrote(vault, name)
    return pin


def names(workspace: Workspace) -> list[str]:
    return [client.name for client in workspace.clients.listed()]


def happened(workspace: Workspace, kind: str) -> list[dict[str, Any]]:
    with workspace._database.read() as reader:
        return [event.content for event in events.of_kind(reader, kind)]


def test_a_vault_as_it_was_left_says_when_that_was(vault: KeptVault, clock: FixedClock) -> None:
    left = clock.now()
    clock.move(timedelta(days=2))
    workspace = vault.open()
    standing = workspace.standing
    assert standing.verdict.kind is VerdictKind.AS_LEFT
    assert not standing.needs_answer
    assert not standing.pin_compared
    assert standing.last_saved == left
    assert workspace.accept_standing().touched == frozenset(), "nothing to accept"
    assert workspace.standing.generation == standing.generation
    workspace.close()


def test_opening_a_vault_as_it_was_left_writes_nothing(vault: KeptVault) -> None:
    before = vault.bytes_of(*EVERYTHING)
    vault.open().close()
    assert vault.bytes_of(*EVERYTHING) == before


def test_a_draft_counts_as_last_saved(vault: KeptVault, clock: FixedClock) -> None:
    workspace = vault.open()
    client = ClientId(workspace.clients.listed()[0].id)
    session = hold_session(workspace, clock, client, "Six yeses.")
    clock.move(timedelta(minutes=5))
    workspace.session_notes.autosave(SessionNote(session, client, (Paragraph("Seven."),)))
    assert workspace.standing.last_saved == clock.now()
    workspace.close()


def test_an_older_folder_is_told_by_the_pin_and_held(vault: KeptVault) -> None:
    pin = wrote(vault, "Cleo")
    vault.put_back("old")
    before = vault.bytes_of(*EVERYTHING)
    workspace = vault.open(pin)
    standing = workspace.standing
    assert standing.verdict.kind is VerdictKind.ROLLED_BACK
    assert standing.verdict.known == standing.generation + 2
    assert standing.pin_compared
    assert names(workspace) == ["Amara Osei"], "reading goes on"
    with pytest.raises(VaultHeld):
        add_client(workspace, "Dora")
    workspace.view_state.put({"page": "today"})
    assert workspace.pin_to_keep() is None
    workspace.close()
    assert vault.bytes_of(*EVERYTHING) == before


def test_a_held_vault_is_repaired_once_it_is_answered_and_not_before(vault: KeptVault) -> None:
    pin = wrote(vault, "Cleo")
    vault.put_back("old")
    copy = vault.folder / HEADERS[1]
    copy.write_bytes(b"")
    (vault.folder / RESERVE_FILE).unlink()
    workspace = vault.open(pin)
    assert workspace.standing.needs_answer
    assert workspace.facts().header_was_damaged
    assert copy.read_bytes() == b""
    assert not (vault.folder / RESERVE_FILE).exists()
    workspace.accept_standing()
    assert copy.read_bytes() == (vault.folder / HEADERS[0]).read_bytes()
    assert (vault.folder / RESERVE_FILE).exists()
    workspace.close()


def test_a_repair_that_the_disk_refused_is_tried_again_when_accepted_again(
    vault: KeptVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin = wrote(vault, "Cleo")
    vault.put_back("old")
    (vault.folder / HEADERS[1]).write_bytes(b"")
    workspace = vault.open(pin)
    with monkeypatch.context() as patch:
        patch.setattr(open_vault_module, "write_header", _no_room)
        with pytest.raises(SaveNotDurable):
            workspace.accept_standing()
    assert not workspace.standing.needs_answer
    workspace.accept_standing()
    assert vault.bytes_of(HEADERS[0]) == vault.bytes_of(HEADERS[1])
    assert len(happened(workspace, "rollback_accepted")) == 1
    workspace.close()


def test_an_accepted_rollback_is_an_entry_and_asked_only_once(vault: KeptVault) -> None:
    lost = wrote(vault, "Cleo")
    vault.put_back("old")
    workspace = vault.open(lost)
    generation = workspace.standing.generation
    workspace.accept_standing()
    assert not workspace.standing.needs_answer
    assert workspace.standing.generation == generation + 1
    assert happened(workspace, "rollback_accepted")[0]["generation"] == generation + 2
    add_client(workspace, "Dora")
    workspace.close()
    again = vault.open(lost)
    assert again.standing.verdict.kind is VerdictKind.AS_LEFT
    assert again.standing.verdict.pin_known, "said once; then the pin is replaced"
    assert names(again) == ["Amara Osei", "Dora"]
    again.close()


def test_another_pin_than_the_accepted_one_is_told(vault: KeptVault) -> None:
    between = wrote(vault, "Cleo")
    lost = wrote(vault, "Emil")
    vault.put_back("old")
    workspace = vault.open(lost)
    workspace.accept_standing()
    workspace.close()
    assert told(vault, between) is VerdictKind.ROLLED_BACK


def told(vault: KeptVault, pin: bytes | None = None) -> VerdictKind:
    workspace = vault.open(pin)
    try:
        return workspace.standing.verdict.kind
    finally:
        workspace.close()


def test_an_older_database_is_told_by_the_seal_without_any_pin(vault: KeptVault) -> None:
    vault.put_back("old", DATABASE)
    assert told(vault) is VerdictKind.ROLLED_BACK


def test_killed_after_accepting_and_before_its_seal_nothing_is_asked_twice(
    vault: KeptVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.put_back("old", DATABASE)
    workspace = vault.open()
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "write_seal", _no_room)
        with pytest.raises(SaveNotDurable):
            workspace.accept_standing()
    workspace.close()
    assert told(vault) is VerdictKind.UNSEALED
    assert told(vault) is VerdictKind.AS_LEFT


def _no_room(*_: object) -> None:
    raise SaveNotDurable


def test_an_older_seal_is_behind_and_renewed_after_a_full_check(vault: KeptVault) -> None:
    wrote(vault, "Cleo")
    vault.put_back("old", SEAL)
    workspace = vault.open()
    assert workspace.standing.verdict.kind is VerdictKind.SEAL_BEHIND
    assert happened(workspace, "seal_renewed")[0]["why"] == "seal_behind"
    outcome = workspace.integrity.last()
    assert outcome is not None
    assert outcome.is_sound
    workspace.close()
    assert told(vault) is VerdictKind.AS_LEFT


def test_a_seal_that_is_gone_is_renewed_when_the_pin_fits(vault: KeptVault) -> None:
    pin = wrote(vault, "Cleo")
    (vault.folder / SEAL).unlink()
    assert told(vault, pin) is VerdictKind.SEAL_DAMAGED
    assert told(vault, pin) is VerdictKind.AS_LEFT


def test_a_seal_that_is_gone_without_a_pin_waits_for_the_coach(vault: KeptVault) -> None:
    (vault.folder / SEAL).write_bytes(b"")
    workspace = vault.open(PIN_UNKNOWN)
    assert workspace.standing.needs_answer
    with pytest.raises(VaultHeld):
        add_client(workspace, "Dora")
    assert (vault.folder / SEAL).read_bytes() == b""
    workspace.accept_standing()
    add_client(workspace, "Dora")
    assert len(happened(workspace, "seal_renewed")) == 1
    workspace.close()
    assert told(vault) is VerdictKind.AS_LEFT


def checked(workspace: Workspace) -> None:
    for _ in workspace.integrity.check():
        pass


def test_what_was_just_checked_is_not_checked_again_to_be_accepted(
    vault: KeptVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    (vault.folder / SEAL).unlink()
    workspace = vault.open(PIN_UNKNOWN)
    checked(workspace)
    with monkeypatch.context() as patch:
        patch.setattr(integrity, "verify", not_again)
        workspace.accept_standing()
    assert not workspace.standing.needs_answer
    assert len(happened(workspace, "seal_renewed")) == 1
    workspace.close()


def not_again(*_: object) -> None:
    never()


def test_what_a_check_found_amiss_is_looked_at_again(vault: KeptVault) -> None:
    tampered(vault, CHANGED_ROW)
    (vault.folder / SEAL).unlink()
    workspace = vault.open(PIN_UNKNOWN)
    checked(workspace)
    with pytest.raises(VaultDamaged):
        workspace.accept_standing()
    workspace.close()


def test_killed_before_sealing_is_sealed_without_a_word(
    vault: KeptVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = vault.open()
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "write_seal", _no_room)
        with pytest.raises(SaveNotDurable):
            add_client(workspace, "Cleo")
    workspace.close()
    workspace = vault.open()
    assert workspace.standing.verdict.kind is VerdictKind.UNSEALED
    assert "Cleo" in names(workspace)
    assert happened(workspace, "seal_renewed") == []
    workspace.close()
    assert told(vault) is VerdictKind.AS_LEFT


def test_no_room_for_the_seal_keeps_nobody_from_reading(
    vault: KeptVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = vault.open()
    monkeypatch.setattr(Vault, "write_seal", _no_room)
    with pytest.raises(SaveNotDurable):
        add_client(workspace, "Cleo")
    workspace.close()
    workspace = vault.open()
    assert "Cleo" in names(workspace)
    with pytest.raises(SaveNotDurable):
        add_client(workspace, "Dora")
    assert "Dora" not in names(workspace)
    workspace.close()


def test_a_bad_sector_is_no_lack_of_room_for_the_seal(
    vault: KeptVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = vault.open()
    pin = pin_of(workspace)
    workspace.close()
    (vault.folder / SEAL).unlink()
    connect = vault_module.open_database

    def connect_to_bad_disk(*given: Any, **named: Any) -> VaultConnection:
        connection = connect(*given, **named)
        BadSectors(connection, lambda sql: "FROM clients" in sql)
        return connection

    monkeypatch.setattr(vault_module, "open_database", connect_to_bad_disk)
    workspace = vault.open(pin)
    assert workspace.standing.verdict.kind is VerdictKind.DAMAGED
    with pytest.raises(VaultDamaged):
        workspace.accept_standing()
    workspace.close()
    assert not (vault.folder / SEAL).exists()


def test_a_fork_is_told_and_both_sides_stay(vault: KeptVault) -> None:
    pin = forked(vault)
    workspace = vault.open(pin)
    assert workspace.standing.verdict.kind is VerdictKind.FORKED
    workspace.accept_standing()
    assert names(workspace) == ["Amara Osei", "Dora", "Emil", "Femi"]
    workspace.close()
    assert told(vault, pin) is VerdictKind.AS_LEFT


def test_an_older_header_is_told_by_the_pin(vault: KeptVault) -> None:
    vault.copy("before")
    workspace = vault.open()
    way = PassphraseWay(PASSPHRASE)
    add_way(workspace._vault, way, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
    pin = pin_of(workspace)
    workspace.close()
    vault.put_back("before", *HEADERS)
    workspace = vault.open(pin)
    verdict = workspace.standing.verdict
    assert verdict.kind is VerdictKind.HEADER_ROLLED_BACK
    assert (verdict.known, verdict.found) == (2, 1)
    workspace.accept_standing()
    workspace.close()
    assert told(vault, pin) is VerdictKind.AS_LEFT


def test_a_changed_draft_is_damage_and_nothing_accepts_it(vault: KeptVault) -> None:
    tampered(vault, STRAY_DRAFT)
    before = vault.bytes_of(*EVERYTHING)
    workspace = vault.open()
    assert workspace.standing.verdict.kind is VerdictKind.DAMAGED
    with pytest.raises(VaultDamaged):
        workspace.accept_standing()
    assert workspace.standing.needs_answer
    workspace.close()
    assert vault.bytes_of(*EVERYTHING) == before


def tampered(vault: KeptVault, sql: str) -> None:
    """Changes the database behind the back of seal and ledger."""
    workspace = vault.open()
    workspace._vault.connection.execute(sql)
    workspace.close()


def test_a_seal_that_is_gone_behind_an_older_folder_is_renewed_after_a_full_check(
    vault: KeptVault,
) -> None:
    pin = wrote(vault, "Cleo")
    vault.put_back("old")
    (vault.folder / SEAL).unlink()
    workspace = vault.open(pin)
    assert workspace.standing.verdict.kind is VerdictKind.ROLLED_BACK
    workspace.accept_standing()
    assert len(happened(workspace, "rollback_accepted")) == 1
    assert [renewed["why"] for renewed in happened(workspace, "seal_renewed")] == ["seal_damaged"]
    outcome = workspace.integrity.last()
    assert outcome is not None
    assert outcome.is_sound
    workspace.close()
    assert told(vault, pin) is VerdictKind.AS_LEFT


def test_a_seal_that_is_behind_an_older_folder_is_no_way_around_the_check(
    vault: KeptVault,
) -> None:
    pin = forked(vault)
    tampered(vault, CHANGED_ROW)
    (vault.folder / SEAL).unlink()
    refused_as_damaged(vault, pin)


def test_drafts_that_do_not_match_are_not_hidden_by_an_older_folder(vault: KeptVault) -> None:
    pin = wrote(vault, "Cleo")
    vault.put_back("old")
    tampered(vault, STRAY_DRAFT)
    refused_as_damaged(vault, pin)


def test_drafts_that_do_not_match_are_not_hidden_by_a_newer_seal(vault: KeptVault) -> None:
    wrote(vault, "Cleo")
    vault.copy("newest")
    vault.put_back("old")
    tampered(vault, STRAY_DRAFT)
    vault.put_back("newest", SEAL)
    refused_as_damaged(vault, None)


def refused_as_damaged(vault: KeptVault, pin: bytes | None) -> None:
    before = vault.bytes_of(DATABASE)
    workspace = vault.open(pin)
    hidden = workspace.standing.verdict.kind
    assert hidden in {VerdictKind.ROLLED_BACK, VerdictKind.FORKED}
    with pytest.raises(VaultDamaged):
        workspace.accept_standing()
    assert workspace.standing.verdict.kind is VerdictKind.DAMAGED
    with pytest.raises(VaultHeld):
        add_client(workspace, "Emil")
    workspace.close()
    assert vault.bytes_of(DATABASE) == before, "the evidence stays"


def test_a_full_check_that_finds_a_fault_leaves_everything_as_it_was(vault: KeptVault) -> None:
    tampered(vault, CHANGED_ROW)
    (vault.folder / SEAL).unlink()
    before = vault.bytes_of(DATABASE)
    workspace = vault.open(PIN_UNKNOWN)
    with pytest.raises(VaultDamaged):
        workspace.accept_standing()
    with pytest.raises(VaultHeld):
        add_client(workspace, "Dora")
    outcome = workspace.integrity.last()
    assert outcome is not None
    assert not outcome.is_sound
    workspace.close()
    assert vault.bytes_of(DATABASE) == before
    assert not (vault.folder / SEAL).exists()


def test_for_reading_only_nothing_is_mended(vault: KeptVault) -> None:
    wrote(vault, "Cleo")
    vault.put_back("old", SEAL)
    before = vault.bytes_of(*EVERYTHING)
    workspace = vault.open(read_only=True)
    assert workspace.standing.verdict.kind is VerdictKind.SEAL_BEHIND
    assert workspace.facts().read_only
    with pytest.raises(VaultReadOnly):
        add_client(workspace, "Dora")
    workspace.view_state.put({"page": "today"})
    for _ in workspace.integrity.check():
        pass
    outcome = workspace.integrity.last()
    assert outcome is not None
    assert outcome.is_sound
    workspace.close()
    assert vault.bytes_of(*EVERYTHING) == before


def test_a_vault_of_a_newer_app_is_refused_before_it_is_compared(vault: KeptVault) -> None:
    workspace = vault.open()
    workspace._vault.connection.execute(f"PRAGMA user_version = {migrate.newest() + 1}")
    workspace.close()
    with pytest.raises(VaultFormatUnknown):
        vault.open()


def test_facts_name_what_is_open(vault: KeptVault) -> None:
    workspace = vault.open()
    facts = workspace.facts()
    assert facts.folder == vault.folder
    assert facts.opened_by == facts.descriptors[0].slot_id
    assert not facts.is_made_up
    assert not facts.pin_compared
    workspace.close()


def test_a_standing_can_be_told_of_a_vault_that_is_damaged_since(vault: KeptVault) -> None:
    workspace = vault.open()
    generation = workspace.standing.generation
    connection = workspace._vault.connection
    connection.execute("PRAGMA cache_size = 0")
    path = vault.folder / DATABASE
    path.write_bytes(path.read_bytes()[:8192] + bytes(range(256)) * 16 * 50)
    standing = workspace.standing
    assert standing.verdict.kind is VerdictKind.AS_LEFT
    assert standing.generation in {generation, standing.verdict.found}
    workspace.close()


def test_a_fork_of_drafts_alone_is_told(vault: KeptVault, clock: FixedClock) -> None:
    workspace = vault.open()
    client = workspace.clients.listed()[0].id
    session = hold_session(workspace, clock, client)
    workspace.close()
    vault.copy("parted")
    pin = drafted(vault, session, client, "Ours.", "Ours too.")
    vault.put_back("parted")
    drafted(vault, session, client, "Theirs.", "Theirs too.", "More of theirs.")
    assert told(vault, pin) is VerdictKind.FORKED


def drafted(vault: KeptVault, session: SessionId, client: ClientId, *texts: str) -> bytes:
    """Writes drafts, and leaves; the pin that is then right."""
    workspace = vault.open()
    for text in texts:
        workspace.session_notes.autosave(SessionNote(session, client, (Paragraph(text),)))
    pin = pin_of(workspace)
    workspace.close()
    return pin


def test_what_another_computer_wrote_since_is_no_alarm_here(vault: KeptVault) -> None:
    pin = wrote(vault, "Cleo")
    elsewhere = vault.open(PIN_UNKNOWN)  # a store that can't be asked, or none at all
    add_client(elsewhere, "Dora")
    assert not elsewhere.standing.pin_compared
    elsewhere.close()
    workspace = vault.open(pin)
    assert workspace.standing.verdict.kind is VerdictKind.AS_LEFT
    assert workspace.standing.pin_compared
    workspace.close()


def test_each_computer_has_a_pin_of_its_own_and_the_older_one_fits_too(vault: KeptVault) -> None:
    here = wrote(vault, "Cleo")
    there = wrote(vault, "Dora")
    for pin in (here, there):
        assert told(vault, pin) is VerdictKind.AS_LEFT
    vault.put_back("old")
    for pin in (here, there):
        assert told(vault, pin) is VerdictKind.ROLLED_BACK


def test_no_room_for_a_new_seal_keeps_nobody_from_reading_and_is_answered_later(
    vault: KeptVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote(vault, "Cleo")
    vault.put_back("old", SEAL)
    with monkeypatch.context() as patch:
        patch.setattr(VaultConnection, "commit", _no_room)
        workspace = vault.open()
        assert workspace.standing.needs_answer
        assert "Cleo" in names(workspace)
        with pytest.raises(VaultHeld):
            add_client(workspace, "Dora")
        with pytest.raises(SaveNotDurable):
            workspace.accept_standing()
    workspace.accept_standing()
    add_client(workspace, "Dora")
    workspace.close()
    assert told(vault) is VerdictKind.AS_LEFT
