"""Everything around the vault is looked at, and one look that fails hides no other."""

from pathlib import Path

import pytest

from app.workflows.privacy_check import around
from app.workflows.privacy_check.around import look_around, place
from app.workflows.privacy_check.finding import Fact, Finding, Subject


def store(*_: object) -> Finding:
    return Finding(Fact.KEYRING_PASSWORD, ("GNOME Keyring",))


@pytest.fixture(autouse=True)
def a_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password store that answers, on whatever desktop the test runs."""
    monkeypatch.setattr(around.password_store, "look", store)


def subjects(findings: tuple[Finding, ...]) -> set[Subject]:
    return {finding.fact.subject for finding in findings}


AROUND = {
    Subject.DISK,
    Subject.SWAP,
    Subject.SCREEN,
    Subject.PLACE,
    Subject.FILES,
    Subject.PROCESS,
    Subject.VERSIONS,
}


def test_everything_is_looked_at_once(tmp_path: Path) -> None:
    found = look_around(tmp_path, with_store=True)
    assert subjects(found) == AROUND | {Subject.KEYRING}
    assert len(found) == len(subjects(found))


def test_the_store_is_asked_only_when_it_matters(tmp_path: Path) -> None:
    assert subjects(look_around(tmp_path, with_store=False)) == AROUND


def test_a_synced_folder_is_named(tmp_path: Path) -> None:
    synced = tmp_path / "Dropbox" / "Practice.vault"
    synced.mkdir(parents=True)
    assert place(synced) == Finding(Fact.PLACE_SYNCED, ("Dropbox",))


def test_a_look_that_fails_says_that_it_cannot_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> Finding:
        raise ValueError("a secret that no log may hold")

    monkeypatch.setattr(around.disk, "look", fail)
    found = look_around(tmp_path, with_store=False)
    assert Finding(Fact.DISK_UNKNOWN) in found
    assert subjects(found) == AROUND
    assert "secret" not in capsys.readouterr().err
