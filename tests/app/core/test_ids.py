"""Ids tell nothing but when they were made."""

from app.core.ids import new_id


def test_an_id_is_a_uuid_of_version_7() -> None:
    id = new_id()
    assert id.version == 7
    assert id.variant == "specified in RFC 4122"


def test_ids_sort_in_the_order_in_which_they_were_made() -> None:
    ids = [new_id() for _ in range(1_000)]
    milliseconds_and_fraction = [id.int >> 64 for id in ids]
    assert milliseconds_and_fraction == sorted(milliseconds_and_fraction)
    assert len(set(ids)) == len(ids)
