"""Every change of a record is chained to the change before it."""

from typing import cast
from uuid import UUID

from app.core.ids import ClientId
from app.ledger import repository
from app.records.clients.record import ClientDetails, content
from app.storage.database import Database
from app.workspace import Workspace
from crypto.encoding import canonical_json
from crypto.primitives import hash_chain
from tests.support.fixed_clock import FixedClock

Link = tuple[int, int, bytes, bytes]


def chain(workspace: Workspace) -> list[Link]:
    rows = workspace._vault.connection.execute(
        "SELECT generation, at_ms, commitment, head FROM ledger_chain ORDER BY generation"
    )
    return cast(list[Link], rows)


def test_each_head_follows_from_the_one_before(workspace: Workspace, amara: ClientId) -> None:
    workspace.clients.archive(amara)
    workspace.clients.restore(amara)
    head = hash_chain.GENESIS_HEAD
    links = chain(workspace)
    assert [generation for generation, *_ in links] == list(range(1, len(links) + 1))
    for generation, at_ms, commitment, written in links:
        head = hash_chain.head(head, generation, at_ms, commitment)
        assert head == written


def test_an_entry_commits_to_the_records_content(
    workspace: Workspace, amara: ClientId, clock: FixedClock
) -> None:
    generation, at_ms, commitment, _ = chain(workspace)[-1]
    (row,) = workspace._vault.connection.execute(
        "SELECT kind, subject_id, actor, nonce FROM ledger_rows WHERE generation = ?",
        (generation,),
    )
    kind, subject, actor, nonce = cast(tuple[str, bytes, str, bytes], row)
    assert (kind, UUID(bytes=subject), actor) == ("client/1", amara, "coach")
    text = canonical_json(content(workspace.clients.get(amara)))
    assert commitment == hash_chain.commitment("client/1", amara, "coach", nonce, text)
    assert at_ms == clock.now().milliseconds


def test_the_same_content_twice_makes_two_commitments(
    workspace: Workspace, amara: ClientId
) -> None:
    details = ClientDetails("Amara Osei")
    workspace.clients.change(amara, details)
    workspace.clients.change(amara, details)
    *_, first, second = chain(workspace)
    assert first[2] != second[2], "a nonce keeps equal texts from showing"


def test_a_new_vault_begins_with_its_practice_and_purposes(workspace: Workspace) -> None:
    with Database(workspace._vault).read() as reader:
        last = repository.last(reader)
    assert last is not None
    assert last[0] == 1 + len(workspace.purposes.listed())
