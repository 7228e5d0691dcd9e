"""The log: events from a fixed list, without values, on stderr."""

import logging
import sys
from enum import StrEnum

_LOGGER = "underrose"


class Event(StrEnum):
    """Everything that may ever stand in the log."""

    WINDOW_STARTED = "window started"
    WINDOW_PAINTED = "window painted"
    WINDOW_LOCKS = "window locks"
    WINDOW_QUITS = "window quits"
    WINDOW_GONE = "window gone"
    WINDOW_CRASHED = "window crashed"
    WINDOW_SILENT = "window silent"
    WINDOW_LATE = "window late"
    WINDOW_CANNOT_SAVE = "window cannot save"
    GO = "go"
    SHOW_ASKED = "show asked"
    LOCK_ASKED = "lock asked"
    END_ASKED = "end asked"
    CRASH_LOOP = "crash loop"
    QT_WARNING = "qt warning"


class _OnlyEvents(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        """Lets an Event pass that carries nothing else; libraries stay silent."""
        return isinstance(record.msg, Event) and not record.args and record.exc_info is None


def listen(*, verbose: bool = False) -> None:
    """Sends events to stderr; without `verbose` only warnings."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.addFilter(_OnlyEvents())
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING, handlers=[handler], force=True
    )


def note(event: Event) -> None:
    """Logs that something happened."""
    logging.getLogger(_LOGGER).info(event)


def warn(event: Event) -> None:
    """Logs that something went wrong."""
    logging.getLogger(_LOGGER).warning(event)
