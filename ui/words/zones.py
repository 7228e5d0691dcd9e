"""Time zones as people call them."""

UTC = "UTC"
_UTC = frozenset({"Etc/UTC", "Etc/UCT", "Etc/Zulu", "Etc/Universal", "UTC", "UCT", "Zulu"})


def zone_words(zone: str) -> str:
    """ "London" for Europe/London, "UTC" for Etc/UTC: the city that the zone is called after."""
    return UTC if zone in _UTC else zone.rsplit("/", 1)[-1].replace("_", " ")
