"""Large figures and sizes as people write them."""

from ui.translation import translate

STEP = 1000  # decimal, as file managers and the makers of drives count


def figure(count: int) -> str:
    """1,482: in groups of three, as the rest of the words are English whatever the locale is."""
    return f"{count:,}"


def size_words(size: int) -> str:
    """How large a file of `size` bytes is: "640 kB", "41.6 MB", "2.1 GB"."""
    thousands = max(size, 0) / STEP
    if round(thousands) < STEP:
        return translate("Figures", "{count} kB").format(count=round(thousands))
    millions = thousands / STEP
    if round(millions, 1) < STEP:
        return translate("Figures", "{count} MB").format(count=f"{millions:.1f}")
    return translate("Figures", "{count} GB").format(count=f"{millions / STEP:.1f}")
