"""A place that took no backup is passed over until it looks better than right afterwards."""

from dataclasses import replace

from tests.support.recorded_backups import DRIVE, STICK
from ui.pages.backups.around import PlaceLook
from ui.pages.backups.refusals import SOME_ROOM, Refusals

FULL = PlaceLook(STICK, here=True, free=4096)
HERE = [STICK.folder]


def refused(*looks: PlaceLook) -> list[str]:
    """Who still refuses after each of these looks at the stick, which had just done so."""
    refusals = Refusals()
    refusals.add(STICK.folder)
    for look in looks:
        refusals.compare({STICK.folder: look})
    return list(refusals.folders)


def test_it_stays_while_it_looks_as_it_did() -> None:
    assert refused(FULL, FULL) == HERE
    assert refused(FULL, replace(FULL, free=FULL.free and FULL.free + SOME_ROOM - 1)) == HERE


def test_it_goes_when_there_is_room_again() -> None:
    assert refused(FULL, replace(FULL, free=29 << 20)) == []


def test_it_goes_when_it_can_be_written_to_again() -> None:
    read_only = replace(FULL, read_only=True)
    assert refused(read_only, read_only) == HERE
    assert refused(read_only, FULL) == []


def test_it_goes_with_its_drive() -> None:
    assert refused(FULL, replace(FULL, here=False)) == []


def test_how_much_room_there_is_may_not_be_known() -> None:
    assert refused(replace(FULL, free=None), FULL) == HERE
    assert refused(FULL, replace(FULL, free=None)) == HERE


def test_one_that_took_a_backup_refuses_no_more() -> None:
    refusals = Refusals()
    for place in (STICK, DRIVE):
        refusals.add(place.folder)
    refusals.forget(STICK.folder)
    refusals.forget(STICK.folder)  # it was made by itself, and then by the coach
    assert list(refusals.folders) == [DRIVE.folder]
