"""The law that is named is the one of the practice's country."""

from ui.words.laws import law_in_notices, law_words


def test_in_the_united_kingdom_it_is_its_own() -> None:
    words = law_words("GB")
    assert words == "The law that applies: the UK GDPR and the Data Protection Act 2018."
    assert "UK GDPR" in law_in_notices("GB")


def test_in_the_union_and_beside_it_it_is_the_gdpr() -> None:
    for code, country in (("DE", "Germany"), ("NO", "Norway")):
        words = law_words(code)
        assert "General Data Protection Regulation (GDPR)" in words
        assert words.endswith(f", {country}.")
        assert law_in_notices(code) == ""


def test_elsewhere_the_country_is_named_and_no_law_is_claimed() -> None:
    assert law_words("NZ") == "The country whose law applies: New Zealand."
    assert law_in_notices("NZ") == ""
