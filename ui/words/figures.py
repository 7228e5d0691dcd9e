"""Large figures as people write them."""


def figure(count: int) -> str:
    """1,482: in groups of three, as the rest of the words are English whatever the locale is."""
    return f"{count:,}"
