"""Where a tour stands outlives its window process; what stays is the summary."""

import json
from pathlib import Path

from app.tour.file import NAME, SUMMARY, Step, Tour, read_tour, write_summary, write_tour

TOUR = Tour(
    client="Zoë",
    note="one\r\ntwo\ttabs “quotes” 🌹",
    has_keyring=True,
    passphrase="six words",
    recovery_words=("abandon", "zoo"),
    vault="/somewhere/Practice.vault",
    steps=(Step("create-vault", "01-create-vault.png", "01-create-vault-dark.png", 0.25),),
    locked_at=12.5,
)


def test_a_tour_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_tour(tmp_path, TOUR)
    assert read_tour(tmp_path) == TOUR


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    write_tour(tmp_path, TOUR)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


def test_the_summary_takes_its_place(tmp_path: Path) -> None:
    write_tour(tmp_path, TOUR)
    write_summary(tmp_path, TOUR)
    assert [path.name for path in tmp_path.iterdir()] == [SUMMARY]
    assert json.loads((tmp_path / SUMMARY).read_text("utf-8")) == {
        "vault": "/somewhere/Practice.vault",
        "passphrase": "six words",
        "recovery_words": ["abandon", "zoo"],
        "export_pdf": "",
        "export_json": "",
        "steps": [
            {
                "name": "create-vault",
                "screenshot": "01-create-vault.png",
                "screenshot_dark": "01-create-vault-dark.png",
                "seconds": 0.25,
            }
        ],
    }


def test_the_summary_of_a_tour_that_failed_says_why() -> None:
    assert Tour(failure="The window ended.").summary()["failure"] == "The window ended."
