"""The purposes that ship are complete, and their notices say what the law asks for."""

import msgspec
import pytest

from app.records.purposes.record import EndRule, Ground, Template
from app.records.purposes.templates import read_templates
from resources.files import read_bytes
from tests.support.dpv import vocabulary

SHIPPED = read_templates(read_bytes)


@pytest.fixture(params=SHIPPED, ids=lambda one: one[0].key)
def shipped(request: pytest.FixtureRequest) -> tuple[Template, str, str]:
    return request.param


def test_the_purposes_are_those_that_are_asked() -> None:
    assert [template.key for template, _, _ in SHIPPED] == [
        "health_notes",
        "recording",
        "sponsor_summary",
        "newsletter_quote",
        "icf_log",
        "email",
        "text_messages",
        "supervision",
    ]


def test_each_rests_on_consent_alone(shipped: tuple[Template, str, str]) -> None:
    assert shipped[0].ground is Ground.CONSENT


def test_each_is_described_in_terms_of_the_vocabulary(shipped: tuple[Template, str, str]) -> None:
    template = shipped[0]
    terms = {template.dpv_purpose, *(data.term for data in template.data)}
    assert terms <= vocabulary()
    assert all(data.label for data in template.data)
    assert template.data


def test_each_says_where_and_how_it_is_kept_and_deleted(
    shipped: tuple[Template, str, str],
) -> None:
    template = shipped[0]
    assert template.summary
    assert template.storage_place
    assert template.deletion
    assert (template.end_rule is EndRule.MONTHS) == (template.end_months is not None)


@pytest.mark.parametrize(
    "words",
    [
        "What for:",
        "Which data:",
        "Who learns of it:",
        "Where and how long:",
        "Article",
        "Who asks:",
        "withdraw as easily as you agreed, by telling me in any way",
        "What was done before stays lawful.",
        "Your rights: you can see what I hold about you and get a copy",
        "neither law nor our agreement obliges you",
        "No decision about you is left to a computer.",
        "You can complain to a data protection authority at any time.",
    ],
)
def test_each_notice_says_what_article_13_asks(
    shipped: tuple[Template, str, str], words: str
) -> None:
    assert words in shipped[2]


def test_each_notice_is_whole_british_english(shipped: tuple[Template, str, str]) -> None:
    _, language, text = shipped
    assert language == "en-GB"
    assert not set(text) & set("{}!")
    assert all(paragraph == paragraph.strip() for paragraph in text.split("\n\n"))


def test_explicit_consent_is_named_where_it_is_needed(shipped: tuple[Template, str, str]) -> None:
    template, _, text = shipped
    assert ("Articles 6(1)(a) and 9(2)(a)" in text) == template.needs_explicit


def test_a_file_with_unknown_fields_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        read_templates(lambda _: b'{"language":"en-GB","closing":[],"purposes":[],"more":1}')
