"""The places that took no backup when they were asked, as long as they look no better."""

from collections.abc import Collection, Mapping

from ui.pages.backups.around import PlaceLook

SOME_ROOM = 1 << 20  # bytes; less comes and goes by itself


class Refusals:
    """What a place looked like right after it refused is what it has to be better than."""

    def __init__(self) -> None:
        """Start without any."""
        self._after: dict[str, PlaceLook | None] = {}  # by folder; None until it is looked at

    @property
    def folders(self) -> Collection[str]:
        """The folders of these places."""
        return self._after.keys()

    def add(self, folder: str) -> None:
        """It has just refused."""
        self._after[folder] = None

    def forget(self, folder: str) -> None:
        """It has taken one."""
        self._after.pop(folder, None)

    def compare(self, looks: Mapping[str, PlaceLook]) -> None:
        """Forgets those that look better now; one whose drive is out may come back with room."""
        for folder, after in tuple(self._after.items()):
            look = looks.get(folder)
            if look is None or not look.here or (after is not None and _is_better(look, after)):
                del self._after[folder]
            elif after is None:
                self._after[folder] = look


def _is_better(look: PlaceLook, after: PlaceLook) -> bool:
    """Whether it can be written to again, or has room that it had not."""
    if after.read_only and not look.read_only:
        return True
    return None not in (look.free, after.free) and _room(look) - _room(after) >= SOME_ROOM


def _room(look: PlaceLook) -> int:
    return look.free or 0
