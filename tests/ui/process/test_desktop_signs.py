"""What the signals of a desktop mean, and what is not for us."""

import pytest

from ui.process.desktop_signs import SCREEN_SAVERS, Said, Sign, meaning

LOGIND = "org.freedesktop.login1"
OURS, OTHER = "/org/freedesktop/login1/session/_32", "/org/freedesktop/login1/session/_37"


def changed(path: str, of: str, **values: object) -> Said:
    variants = {name: ("b", value) for name, value in values.items()}
    return Said("org.freedesktop.DBus.Properties", "PropertiesChanged", path, (of, variants, []))


def manager(member: str, *body: object) -> Said:
    return Said(f"{LOGIND}.Manager", member, "/org/freedesktop/login1", body)


def test_falling_asleep_counts_and_waking_does_not() -> None:
    assert meaning(manager("PrepareForSleep", True), OURS) is Sign.SLEEP
    assert meaning(manager("PrepareForSleep", False), OURS) is None


def test_a_locked_session_counts_when_it_is_ours() -> None:
    lock = Said(f"{LOGIND}.Session", "Lock", OURS, ())
    assert meaning(lock, OURS) is Sign.SCREEN_LOCKED
    assert meaning(lock, OTHER) is None
    assert meaning(lock._replace(member="Unlock"), OURS) is None


def test_without_a_session_of_ours_anybodys_counts() -> None:
    assert meaning(Said(f"{LOGIND}.Session", "Lock", OTHER, ()), None) is Sign.SCREEN_LOCKED


def test_another_user_in_front_counts_for_the_session_that_went_behind() -> None:
    session = f"{LOGIND}.Session"
    assert meaning(changed(OURS, session, Active=False), OURS) is Sign.USER_SWITCHED
    assert meaning(changed(OURS, session, Active=True), OURS) is None
    assert meaning(changed(OTHER, session, Active=False), OURS) is None


def test_a_session_that_says_it_is_locked_counts() -> None:
    session = f"{LOGIND}.Session"
    assert meaning(changed(OURS, session, LockedHint=True), OURS) is Sign.SCREEN_LOCKED
    assert meaning(changed(OURS, session, LockedHint=False, IdleHint=True), OURS) is None


def test_a_closed_lid_counts() -> None:
    upower = "/org/freedesktop/UPower", "org.freedesktop.UPower"
    assert meaning(changed(*upower, LidIsClosed=True), OURS) is Sign.LID_CLOSED
    assert meaning(changed(*upower, LidIsClosed=False), OURS) is None
    assert meaning(changed(*upower, OnBattery=True), OURS) is None


@pytest.mark.parametrize("interface", SCREEN_SAVERS)
def test_a_locked_screen_counts_whichever_desktop_says_so(interface: str) -> None:
    said = Said(interface, "ActiveChanged", "/ScreenSaver", (True,))
    assert meaning(said, None) is Sign.SCREEN_LOCKED
    assert meaning(said._replace(body=(False,)), None) is None


@pytest.mark.parametrize(
    "said",
    [
        Said("", "", "", ()),
        manager("PrepareForSleep"),
        manager("PrepareForSleep", "yes"),
        manager("PrepareForShutdown", True),
        Said("org.freedesktop.DBus.Properties", "PropertiesChanged", OURS, ()),
        Said("org.freedesktop.DBus.Properties", "PropertiesChanged", OURS, (1, 2, 3)),
        Said("org.example.ScreenSaver", "ActiveChanged", "/", (True,)),
    ],
)
def test_what_is_malformed_or_of_others_means_nothing(said: Said) -> None:
    assert meaning(said, OURS) is None
