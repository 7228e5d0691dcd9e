"""A field for a time of day: "10:55", "9.30", "930"."""

import re
from datetime import time as Time  # noqa: N812  the field has a `time` of its own

from PySide6.QtWidgets import QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.field import Field

_TIME = re.compile(r"(\d{1,2})[:. ]?(\d{2})?")


class TimeField(Field):
    """Understands a time of day in 24 hours."""

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(theme, label, parent=parent)
        self.line.editingFinished.connect(self.complain)

    def time(self) -> Time | None:
        """The time, None when what stands there is none."""
        match = _TIME.fullmatch(self.text().strip())
        if match is None:
            return None
        hour, minute = int(match[1]), int(match[2] or 0)
        return Time(hour, minute) if hour < 24 and minute < 60 else None

    def set_time(self, at: Time) -> None:
        """Put a time in."""
        self.set_text(f"{at:%H:%M}")

    def complain(self) -> None:
        """Say so when what stands there is no time."""
        there = self.time() is not None
        self.set_error("" if there else translate("TimeField", "A time looks like 10:55."))
