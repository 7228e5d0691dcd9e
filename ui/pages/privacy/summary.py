"""The sentence under the title: when it was looked, and how many things are how."""

from app.workflows.privacy_check.finding import Finding, State
from ui.translation import translate

MINUTE = 60  # seconds
HOUR = 60  # minutes


def summary(findings: tuple[Finding, ...], seconds: float) -> str:
    """For example "Looked at a minute ago. Six things are in order, two need you."."""
    fine, look, unknown = (
        sum(finding.state is state for finding in findings)
        for state in (State.FINE, State.LOOK, State.UNKNOWN)
    )
    parts = [_fine(fine), _look(look)]
    if unknown:
        parts.append(_unknown(unknown))
    return f"{looked(seconds)} {', '.join(parts)}."


def looked(seconds: float) -> str:
    """When it was looked, so many seconds ago."""
    minutes = int(seconds // MINUTE)
    if minutes < 1:
        return translate("Privacy", "Looked at just now.")
    if minutes == 1:
        return translate("Privacy", "Looked at a minute ago.")
    if minutes < HOUR:
        return translate("Privacy", "Looked at {count} minutes ago.").format(count=minutes)
    return translate("Privacy", "Looked at more than an hour ago.")


def _fine(count: int) -> str:
    if not count:
        return translate("Privacy", "Nothing is known to be in order")
    if count == 1:
        return translate("Privacy", "One thing is in order")
    text = translate("Privacy", "{count} things are in order").format(count=_number(count))
    return text[:1].upper() + text[1:]


def _look(count: int) -> str:
    if not count:
        return translate("Privacy", "none needs you")
    if count == 1:
        return translate("Privacy", "one needs you")
    return translate("Privacy", "{count} need you").format(count=_number(count))


def _unknown(count: int) -> str:
    if count == 1:
        return translate("Privacy", "one couldn’t be checked")
    return translate("Privacy", "{count} couldn’t be checked").format(count=_number(count))


def _number(count: int) -> str:
    words = translate("Privacy", "two three four five six seven eight nine ten eleven twelve")
    names = words.split()
    return names[count - 2] if count - 2 in range(len(names)) else str(count)
