"""The same blocks as a plain HTML page, for those who listen to a screen reader."""

from collections.abc import Iterable
from html import escape

from ui.paper.blocks import Block, Letterhead, Table, Text

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
{body}
</body>
</html>
"""


def to_html(blocks: Iterable[Block], title: str, language: str) -> bytes:
    """A UTF-8 page without styles, scripts or links; `language` is BCP 47."""
    body = "\n".join(_html(block) for block in blocks)
    page = _PAGE.format(language=escape(language), title=escape(title), body=body)
    return page.encode()


def _html(block: Block) -> str:
    match block:
        case Text(style=style, text=text):
            return f"<{style.tag}>{_lines(text)}</{style.tag}>" if text else ""
        case Letterhead(name=name, right=right):
            details = "<br>".join(_lines(line) for line in right)
            return f"<header><p>{_lines(name)}</p><p>{details}</p></header>"
        case Table(columns=columns, rows=rows):
            head = "".join(f'<th scope="col">{_lines(column.title)}</th>' for column in columns)
            body = "\n".join(_row(row) for row in rows)
            return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
        case _:
            raise TypeError(block)


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{_lines(cell)}</td>' for cell in cells)}</tr>"


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())
