"""The time zones that a practice may be in."""

from zoneinfo import available_timezones

AREAS = frozenset(
    {
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
)


def zone_names() -> tuple[str, ...]:
    """IANA zones named after a place, by name, then UTC; reads files."""
    named = (zone for zone in available_timezones() if zone.partition("/")[0] in AREAS)
    return (*sorted(named), "UTC")
