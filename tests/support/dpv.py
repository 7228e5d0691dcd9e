"""The vocabulary that consent records are written in, to check terms against."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from app.records.practice.jurisdictions import JURISDICTIONS

TERMS = Path(__file__).parent.parent / "vectors" / "dpv-2.3" / "terms.csv"
_TERM = re.compile(r"(dpv|pd|eu-gdpr|loc):[A-Za-z0-9-]+")


def vocabulary() -> frozenset[str]:
    """Every term as "prefix:name", the countries as `loc:` terms among them."""
    with TERMS.open(encoding="utf-8", newline="") as file:
        terms = {f"{row['prefix']}:{row['term']}" for row in csv.DictReader(file)}
    return frozenset(terms | {f"loc:{code}" for code in JURISDICTIONS})


def terms_in(value: object) -> Iterator[str]:
    """Every term that stands in JSON as a key or as a whole text."""
    if isinstance(value, dict):
        for key, inner in cast(dict[str, object], value).items():
            yield from terms_in(key)
            yield from terms_in(inner)
    elif isinstance(value, list):
        for inner in cast(list[object], value):
            yield from terms_in(inner)
    elif isinstance(value, str) and _TERM.fullmatch(value):
        yield value
