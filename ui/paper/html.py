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
        case Table():
            return _table(block)
        case _:
            raise TypeError(block)


def _table(table: Table) -> str:
    """Titles head their columns; without titles, the first cell heads its row."""
    titles = [_cell(column.title, "col") for column in table.columns]
    headed = any(column.title for column in table.columns)
    rows = [
        "".join(_cell(cell, "" if headed or at else "row") for at, cell in enumerate(row))
        for row in table.rows
    ]
    head = f"<thead><tr>{''.join(titles)}</tr></thead>\n" if headed else ""
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table>\n{head}<tbody>\n{body}\n</tbody>\n</table>"


def _cell(text: str, scope: str) -> str:
    return f'<th scope="{scope}">{_lines(text)}</th>' if scope else f"<td>{_lines(text)}</td>"


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())
