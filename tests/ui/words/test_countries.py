"""Every country that a practice may be in has a name, and they are listed by it."""

from app.records.practice.jurisdictions import JURISDICTIONS
from ui.words.countries import country_names


def test_every_country_is_listed_once() -> None:
    assert sorted(code for code, _ in country_names()) == sorted(JURISDICTIONS)


def test_every_country_has_a_name_of_its_own() -> None:
    names = [name for _, name in country_names()]
    assert len(set(names)) == len(names)
    assert "" not in names
    assert "Default" not in names  # Qt's name for no country


def test_they_are_listed_by_name() -> None:
    names = [name.casefold() for _, name in country_names()]
    assert names == sorted(names)
