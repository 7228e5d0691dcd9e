"""A consent record needs to say who keeps it and how to reach them."""

from dataclasses import replace

from app.records.practice.record import Practice

FULL = Practice(
    practice_name="Whitlock Coaching",
    coach_name="Hanna Whitlock",
    email="hanna@example.org",
    postal_address="4 Mill Street\nPenwick",
    jurisdiction="GB",
    zone="Europe/London",
)


def test_full_details_lack_nothing() -> None:
    assert FULL.missing_for_paper() == ()


def test_each_missing_detail_is_named() -> None:
    assert Practice(practice_name="Whitlock Coaching").missing_for_paper() == (
        "coach_name",
        "postal_address",
        "jurisdiction",
        "email",
    )


def test_a_phone_number_will_do_instead_of_an_email_address() -> None:
    assert replace(FULL, email="", phone="01632 960123").missing_for_paper() == ()


def test_details_are_tidied() -> None:
    messy = replace(FULL, coach_name="  Hanna Whitlock ", jurisdiction="gb")
    assert messy.tidied() == FULL
