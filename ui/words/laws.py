"""Which law on personal data applies where a practice is, in words for a client."""

from ui.translation import translate
from ui.words.countries import country_name

UNITED_KINGDOM = "GB"
_GDPR = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split()  # noqa: E501, SIM905  30 countries
)


def law_words(code: str) -> str:
    """A sentence that names the law of this country (ISO 3166-1 alpha-2), or the country."""
    country = country_name(code)
    if code == UNITED_KINGDOM:
        return translate(
            "Law", "The law that applies: the UK GDPR and the Data Protection Act 2018."
        )
    if code in _GDPR:
        words = translate(
            "Law", "The law that applies: the General Data Protection Regulation (GDPR), {country}."
        )
        return words.format(country=country)
    return translate("Law", "The country whose law applies: {country}.").format(country=country)


def law_in_notices(code: str) -> str:
    """What "GDPR" means in a notice read in this country, "" where that is clear."""
    if code != UNITED_KINGDOM:
        return ""
    return translate(
        "Law",
        "Where one names the GDPR, the UK GDPR applies here; its articles have the same numbers.",
    )
