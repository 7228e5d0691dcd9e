"""Drafts are kept, replaced, let go, and hashed."""

import hashlib
from collections.abc import Iterator

import pytest

from app.core.ids import new_id
from app.storage import drafts
from app.storage.database import Database
from app.storage.drafts import Draft
from app.storage.transaction import Writer
from app.workspace import Workspace
from crypto.encoding import enc
from tests.support.fixed_clock import FixedClock

NOW = FixedClock().now()


@pytest.fixture
def writer(workspace: Workspace) -> Iterator[Writer]:
    with Database(workspace._vault).write() as writer:
        yield writer


def test_a_draft_is_replaced_by_the_next_of_the_same_record(writer: Writer) -> None:
    id = new_id()
    drafts.put(writer, Draft(id, "note/1", None, b"first"), NOW)
    drafts.put(writer, Draft(id, "note/1", None, b"second"), NOW)
    assert drafts.get(writer, id, "note/1") == b"second"


def test_a_draft_of_another_kind_is_not_found(writer: Writer) -> None:
    id = new_id()
    drafts.put(writer, Draft(id, "note/1", None, b"text"), NOW)
    assert drafts.get(writer, id, "other/1") is None


def test_a_draft_that_was_let_go_is_gone(writer: Writer) -> None:
    id = new_id()
    drafts.put(writer, Draft(id, "note/1", None, b"text"), NOW)
    drafts.discard(writer, id, "note/1")
    assert drafts.get(writer, id, "note/1") is None
    assert drafts.digest(writer) == hashlib.sha256(enc("underrose/drafts/1")).digest()


def test_the_digest_covers_ids_and_contents_in_the_order_of_ids(writer: Writer) -> None:
    first, second = sorted((new_id(), new_id()))
    drafts.put(writer, Draft(second, "note/1", None, b"b"), NOW)
    drafts.put(writer, Draft(first, "note/1", None, b"a"), NOW)
    a, b = hashlib.sha256(b"a").digest(), hashlib.sha256(b"b").digest()
    expected = enc("underrose/drafts/1", first.bytes, a, second.bytes, b)
    assert drafts.digest(writer) == hashlib.sha256(expected).digest()
