"""What came over of a damaged vault and what did not, as a text."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.core.clock import SystemClock
from ui.translation import translate
from ui.words.dates import week_day
from ui.words.figures import figure

if TYPE_CHECKING:
    from app.workflows.salvage.report import Item, Salvaged


def brought(salvaged: "Salvaged") -> str:
    """How much came over, by kind."""
    told = [
        f"{kinds(family)}: {figure(count)}" for family, count in salvaged.brought.items() if count
    ]
    return "\n".join(told) or translate("Salvage", "Nothing")


def listed(salvaged: "Salvaged") -> str:
    """All of it as text: what came over, what isn't proven, what is lost; consents before all."""
    events = [one for one in salvaged.lost if one.family == "consent_event"]
    parts: list[str] = []
    if events:
        about = translate(
            "Salvage",
            "Look at consents first. Of what was noted of them {count} entries are lost, so one "
            "that was withdrawn may read as given: compare them with your papers, or ask again.",
        )
        parts += [about.format(count=figure(len(events))), *_lines(events), ""]
    parts += [translate("Salvage", "Came over"), brought(salvaged)]
    if salvaged.unproven:
        about = translate(
            "Salvage",
            "Came over, but isn’t proven ({count}): its entry in the list of changes can’t be "
            "read, or is of a later text. Look at it before you rely on it.",
        )
        parts += ["", about.format(count=figure(len(salvaged.unproven)))]
        parts += _lines(salvaged.unproven)
    lost = [one for one in salvaged.lost if one not in events]
    if lost:
        about = translate("Salvage", "Lost ({count})")
        parts += ["", about.format(count=figure(len(lost)))]
        parts += _lines(lost)
    if salvaged.entries_lost:
        about = translate(
            "Salvage",
            "{count} entries of the list of changes can’t be read. Records that only they told "
            "of may be lost without being named here. That a consent was withdrawn may be among "
            "them: compare consents with your papers.",
        )
        parts += ["", about.format(count=figure(salvaged.entries_lost))]
    backups = translate(
        "Salvage",
        "Backups that were made before stay where they are, and open with the old kit. They "
        "aren’t in the new vault’s list.",
    )
    parts += ["", backups]
    return "\n".join(parts)


def _lines(items: "Iterable[Item]") -> list[str]:
    """A line for each, and only one for those that read alike."""
    alike = Counter(item(each) for each in items)
    return [line if count == 1 else f"{line} ({figure(count)})" for line, count in alike.items()]


def item(one: "Item") -> str:
    """One record in a line."""
    told = [kind(one.family)]
    if one.whom:
        told.append(one.whom)
    if one.at is not None:
        told.append(week_day(one.at.day, SystemClock().now().day))
    return ", ".join(told)


def kind(family: str) -> str:
    """A kind of record, as the coach knows it."""
    return {
        "practice": translate("Salvage", "Practice details"),
        "purpose": translate("Salvage", "Consent purpose"),
        "client": translate("Salvage", "Client"),
        "session": translate("Salvage", "Session"),
        "session_note": translate("Salvage", "Final note"),
        "consent_event": translate("Salvage", "Consent event"),
        "disclosure": translate("Salvage", "Disclosure"),
        "draft": translate("Salvage", "Note that wasn’t final"),
    }.get(family, family)


def kinds(family: str) -> str:
    """The same of several."""
    return {
        "practice": translate("Salvage", "Practice details"),
        "purpose": translate("Salvage", "Consent purposes"),
        "client": translate("Salvage", "Clients"),
        "session": translate("Salvage", "Sessions"),
        "session_note": translate("Salvage", "Final notes"),
        "consent_event": translate("Salvage", "Consent events"),
        "disclosure": translate("Salvage", "Disclosures"),
        "draft": translate("Salvage", "Notes that weren’t final"),
    }.get(family, family)
