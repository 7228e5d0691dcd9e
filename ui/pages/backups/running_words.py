"""The words for a backup that is being made: its four steps, its count, the time that is left."""

from dataclasses import dataclass
from enum import StrEnum

from app.workflows.backup.step import Stage
from ui.backing_up.backup_progress import BackupProgress
from ui.translation import translate
from ui.words.backup_places import the_place
from ui.words.figures import figure, size_words

MINUTE = 60  # seconds
SOON = 5
ROUND = 10


class StepState(StrEnum):
    """How far one of the steps is."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True)
class Step:
    """One line of the steps; `detail` stands at its right."""

    state: StepState
    words: str
    detail: str = ""

    @property
    def spoken(self) -> str:
        """The step for a screen reader."""
        state = {
            StepState.DONE: translate("Backups", "done"),
            StepState.NOW: translate("Backups", "under way"),
            StepState.LATER: translate("Backups", "still to come"),
        }[self.state]
        return f"{self.words}: {state}"


def steps(progress: BackupProgress) -> tuple[Step, ...]:
    """The four steps, each worded by how far it is."""
    stage = progress.stage
    copy = _state(stage, Stage.STAGING, Stage.COPY)
    seal = _state(stage, Stage.SEAL, Stage.SEAL)
    read = _state(stage, Stage.READ, Stage.PROVE)
    size = size_words(progress.size) if progress.size and copy is StepState.DONE else ""
    return (
        Step(copy, _copied(copy), size),
        Step(seal, _sealed(seal)),
        Step(read, _read(read, the_place(progress.place))),
        Step(StepState.DONE if stage is Stage.PLACED else StepState.LATER, _safe(progress)),
    )


def count_words(progress: BackupProgress) -> str:
    """What is counted in the present stage: "1,482 of 2,318 records read back"."""
    done, total = min(progress.done, progress.total), progress.total
    if progress.stage is Stage.PLACED:
        return translate("Backups", "Every record was read back")
    if progress.stage is Stage.PROVE:
        return translate("Backups", "{done} of {total} records read back").format(
            done=figure(done), total=figure(total)
        )
    if not total:
        return translate("Backups", "Getting ready")
    words = {
        Stage.STAGING: translate("Backups", "{done} of {total} made ready"),
        Stage.COPY: translate("Backups", "{done} of {total} copied"),
        Stage.SEAL: translate("Backups", "{total} copied. Waiting for the drive to write it…"),
        Stage.READ: translate("Backups", "{done} of {total} read back"),
    }[progress.stage]
    return words.format(done=size_words(done), total=size_words(total))


def percent_words(progress: BackupProgress) -> str:
    """How much of the present stage is done; "" where nobody knows how long it takes."""
    if progress.stage is Stage.SEAL:
        return ""
    return translate("Backups", "{part}%").format(part=progress.percent)


def go_on_words(progress: BackupProgress) -> str:
    """What can be done meanwhile, and what had better not be."""
    if progress.with_passphrase:
        return translate(
            "Backups",
            "You can go on working; locking ends it. Notes you write now go into the next one.",
        )
    return translate(
        "Backups",
        "You can go on working. Locking ends it, and it begins again afterwards. Notes you write "
        "now go into the next one.",
    )


def left_words(seconds: float | None) -> str:
    """About how long it takes: "About 20 seconds left", "" while that can't be told."""
    if seconds is None:
        return ""
    if seconds < SOON:
        return translate("Backups", "A few seconds left")
    if seconds < MINUTE:
        tens = max(ROUND, ROUND * round(seconds / ROUND))
        return translate("Backups", "About {count} seconds left").format(count=tens)
    minutes = round(seconds / MINUTE)
    if minutes == 1:
        return translate("Backups", "About a minute left")
    return translate("Backups", "About {count} minutes left").format(count=minutes)


def _state(stage: Stage, first: Stage, last: Stage) -> StepState:
    if stage < first:
        return StepState.LATER
    return StepState.NOW if stage <= last else StepState.DONE


def _copied(state: StepState) -> str:
    if state is StepState.DONE:
        return translate("Backups", "Copied the vault")
    return translate("Backups", "Copying the vault")


def _sealed(state: StepState) -> str:
    if state is StepState.DONE:
        return translate("Backups", "Sealed it, so that any change would show")
    if state is StepState.NOW:
        return translate("Backups", "Sealing it, so that any change would show")
    return translate("Backups", "Seal it, so that any change would show")


def _read(state: StepState, place: str) -> str:
    words = {
        StepState.DONE: translate("Backups", "Read every record back from {place}"),
        StepState.NOW: translate("Backups", "Reading every record back from {place}"),
        StepState.LATER: translate("Backups", "Read every record back from {place}"),
    }[state]
    return words.format(place=place)


def _safe(progress: BackupProgress) -> str:
    if progress.place.is_drive:
        return translate("Backups", "Safe to remove")
    return translate("Backups", "In its place")
