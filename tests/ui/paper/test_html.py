"""The page for screen readers says the same, plainly."""

from html.parser import HTMLParser

from app.workflows.consent_record.json_ld import to_json
from tests.support.consent_records import amara, amaras_record
from ui.paper.blocks import Column, Letterhead, Table, Text
from ui.paper.consent_record import record_blocks
from ui.paper.document import Known
from ui.paper.html import to_html
from ui.paper.styles import BODY, HEADING, TITLE


class Outline(HTMLParser):
    """Collects the tags of a page, and checks that each is closed."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(*blocks: Text | Table | Letterhead) -> str:
    return to_html(blocks, "Title", "en-GB").decode()


def test_styles_become_headings_and_paragraphs() -> None:
    page = page_of(Text(TITLE, "One"), Text(HEADING, "Two"), Text(BODY, "Three"))
    assert "<h1>One</h1>\n<h2>Two</h2>\n<p>Three</p>" in page
    assert '<html lang="en-GB">' in page


def test_a_table_has_column_headings() -> None:
    page = page_of(Table((Column("A", 0.5), Column("B", 0.5)), (("1", "2"),)))
    assert '<th scope="col">A</th><th scope="col">B</th>' in page
    assert "<tr><td>1</td><td>2</td></tr>" in page


def test_a_table_without_titles_has_row_headings() -> None:
    page = page_of(Table((Column("", 0.5), Column("", 0.5)), (("Made", "today"),)))
    assert "<thead>" not in page
    assert '<tr><th scope="row">Made</th><td>today</td></tr>' in page


def test_what_people_wrote_is_escaped() -> None:
    page = page_of(
        Text(BODY, "<b>&"), Letterhead("<i>", ("<u>",)), Table((Column("<s>", 1),), (("<p>",),))
    )
    for written in ("&lt;b&gt;&amp;", "&lt;i&gt;", "&lt;u&gt;", "&lt;s&gt;", "&lt;p&gt;"):
        assert written in page


def test_a_whole_record_is_well_formed_and_loads_nothing() -> None:
    record = amaras_record(amara("Amara <script>"))
    page = to_html(record_blocks(record, to_json(record), Known()), "Consent record", "en-GB")
    outline = Outline(page)
    assert outline.open == []
    assert not {"script", "link", "img", "style", "a"} & set(outline.tags)
    assert outline.tags.count("table") == 5
    assert outline.tags.count("h1") == 3
