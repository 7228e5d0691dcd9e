"""How a vault stood when it was opened, and what is said about that once the desk is there."""

import os
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.core.clock import Moment
from ui.translation import translate
from ui.words.dates import clock_time, week_day

if TYPE_CHECKING:
    from datetime import date

    from app.workspace import Workspace


class HowItOpened(NamedTuple):
    """What is asked of a vault right after it was opened."""

    needs_answer: bool
    damaged: bool
    takes_writes: bool
    folder_takes_writes: bool
    pin_known: bool  # the coach has gone on with an older copy, and was told then
    pin_compared: bool
    in_a_store: bool  # a password store holds a part of the key
    is_new: bool  # made, or given its key, right before: there is nothing to compare it with
    header_was_damaged: bool
    seal_was_renewed: bool  # after everything was checked
    last_saved: Moment | None
    folder: Path


class Weight(Enum):
    """How much a remark asks for."""

    STAYS = auto()  # as long as it is so
    ONCE = auto()  # until it is put away
    PASSES = auto()  # goes by itself


class Remark(NamedTuple):
    """One thing to say."""

    text: str
    weight: Weight
    fine: bool = False  # nothing is left to do


def read(workspace: "Workspace", *, made: bool = False) -> HowItOpened:
    """Asks the open vault; quick. `made` says that it was made in this process."""
    # the lock screen comes first
    from app.ledger.verdict import VerdictKind
    from crypto.vault.pin import slots_in_a_store

    standing, facts = workspace.standing, workspace.facts()
    return HowItOpened(
        needs_answer=standing.needs_answer,
        damaged=standing.verdict.kind is VerdictKind.DAMAGED,
        takes_writes=workspace.takes_writes,
        folder_takes_writes=os.access(facts.folder, os.W_OK),
        pin_known=standing.verdict.pin_known,
        pin_compared=standing.pin_compared,
        in_a_store=bool(slots_in_a_store(facts.descriptors)),
        is_new=made or _has_new_key(workspace),
        header_was_damaged=facts.header_was_damaged,
        seal_was_renewed=_seal_was_renewed(workspace),
        last_saved=standing.last_saved,
        folder=facts.folder,
    )


def _has_new_key(workspace: "Workspace") -> bool:
    asks = workspace.takes_writes and not workspace.standing.pin_compared
    return asks and workspace.ways_in.take_new_key.was_last()


def _seal_was_renewed(workspace: "Workspace") -> bool:
    verdict = workspace.standing.verdict
    return verdict.needs_full_check and workspace.takes_writes


def remarks(opened: HowItOpened, sync_service: str | None, today: "date") -> tuple[Remark, ...]:
    """What is said, the weightiest first."""
    said: list[Remark] = []
    if not opened.takes_writes:
        said.append(Remark(_reading_only(opened), Weight.STAYS))
    if opened.header_was_damaged:
        said.append(Remark(_header(opened), Weight.ONCE, fine=opened.takes_writes))
    if opened.seal_was_renewed:
        said.append(Remark(_seal(), Weight.ONCE, fine=True))
    if opened.pin_known:
        said.append(Remark(_known(), Weight.ONCE, fine=True))
    if sync_service is not None:
        said.append(Remark(_synced(sync_service), Weight.ONCE))
    compared = opened.pin_compared or opened.is_new or opened.needs_answer
    if not compared and opened.last_saved is not None:
        saved = _last_saved(opened.last_saved, today, in_a_store=opened.in_a_store)
        said.append(Remark(saved, Weight.PASSES, fine=True))
    return tuple(said)


def _reading_only(opened: HowItOpened) -> str:
    if opened.damaged:
        return translate(
            "HowItOpened",
            "Open for reading only: part of this vault fails its check. Nothing you do here is"
            " saved, and nothing in it is overwritten.",
        )
    if opened.needs_answer:
        return translate(
            "HowItOpened",
            "Open for reading only: this vault isn’t as it was left. Nothing you do here is"
            " saved. Lock and unlock it to say how to go on.",
        )
    reading = translate("HowItOpened", "Open for reading only: nothing you do here is saved.")
    if opened.folder_takes_writes:
        return reading
    move = translate(
        "HowItOpened",
        "To write again, move the vault to a folder of your own from the lock screen.",
    )
    return f"{reading} {move}"


def _header(opened: HowItOpened) -> str:
    if not opened.takes_writes:
        return translate("HowItOpened", "One of two key files is damaged; the other was used.")
    return translate(
        "HowItOpened",
        "One of two key files was damaged; the other was used, and both are right again.",
    )


def _seal() -> str:
    return translate(
        "HowItOpened",
        "The seal didn’t match, so every entry and every record was checked: all of them are"
        " right, and there is a new seal.",
    )


def _known() -> str:
    return translate(
        "HowItOpened",
        "This computer had a newer state of this vault in mind. You went on with this one, as is"
        " recorded, so it is what counts from now on.",
    )


def _synced(service: str) -> str:
    told = translate(
        "HowItOpened",
        "This folder is copied by {service}; two copies may conflict. Lock, then move it from the"
        " lock screen.",
    )
    return told.format(service=service)


def _last_saved(at: Moment, today: "date", *, in_a_store: bool) -> str:
    saved = translate("HowItOpened", "Last saved {day} at {time}.").format(
        day=week_day(at.day, today), time=clock_time(at)
    )
    if not in_a_store:
        return saved
    alone = translate("HowItOpened", "This computer has nothing to compare it with yet.")
    return f"{saved} {alone}"
