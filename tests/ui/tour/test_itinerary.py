"""The steps of the tour, by name."""

from ui.tour.itinerary import STEPS


def test_every_step_has_a_name_of_its_own_for_a_file() -> None:
    names = [name for name, _ in STEPS]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalpha() and name.islower() for name in names)


def test_the_main_job_is_all_there() -> None:
    names = [name for name, _ in STEPS]
    job = ["create-vault", "add-client", "session-note", "lock", "unlock", "export"]
    assert [name for name in names if name in job] == job
