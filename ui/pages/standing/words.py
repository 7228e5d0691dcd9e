"""The sentences of a vault that is not as it was left."""

from datetime import date

from app.core.clock import Moment, SystemClock
from crypto.errors import VaultMissing
from ui.messages import message_for
from ui.pages.standing.state import Choice, State, Trouble
from ui.translation import translate
from ui.words.dates import clock_time, week_day
from ui.words.figures import figure


def title(state: State) -> str:
    """What is so, in a sentence."""
    return {
        None: "",
        Trouble.OLDER: translate("Standing", "This vault is older than the one last saved here"),
        Trouble.OLDER_DRAFT: translate(
            "Standing", "This vault is older than the one last saved here"
        ),
        Trouble.UNDONE: translate("Standing", "The last save is missing"),
        Trouble.FORKED: translate(
            "Standing", "This vault went two ways: here and on another computer"
        ),
        Trouble.OLDER_KEYS: translate("Standing", "The key file is older than the one used here"),
        Trouble.FORKED_KEYS: translate(
            "Standing", "The key file was changed here and on another computer"
        ),
        Trouble.SEAL: translate("Standing", "The seal doesn’t match the notes"),
        Trouble.DAMAGED: translate("Standing", "Part of the vault fails its check"),
    }[state.trouble]


def meaning(state: State) -> str:
    """What it means, and what is safe."""
    return {
        None: "",
        Trouble.OLDER: translate(
            "Standing",
            "The folder was put back to an earlier day, or this is an old copy of it."
            " Nothing was changed.",
        ),
        Trouble.OLDER_DRAFT: translate(
            "Standing",
            "Every entry is here, but text that was saved after them is not."
            " The folder was put back, or this is an old copy of it. Nothing was changed.",
        ),
        Trouble.UNDONE: translate(
            "Standing",
            "A power cut may have undone the last save. Everything before it is here."
            " Nothing was changed.",
        ),
        Trouble.FORKED: translate(
            "Standing",
            "Each side has entries that the other hasn’t. They can’t be put together:"
            " keep both folders, and go on with one. Nothing was changed.",
        ),
        Trouble.OLDER_KEYS: translate(
            "Standing",
            "A way in that was removed since, or an older Recovery Kit, may open this folder."
            " The notes themselves are as they were left.",
        ),
        Trouble.FORKED_KEYS: translate(
            "Standing",
            "Ways in were changed in two copies of this folder. The notes themselves are as they"
            " were left.",
        ),
        Trouble.SEAL: translate(
            "Standing",
            "The small file that shows whether the notes are the newest is missing or damaged,"
            " and this computer has kept nothing to compare them with. Does this look right?",
        ),
        Trouble.DAMAGED: _damage(state),
    }[state.trouble]


def _damage(state: State) -> str:
    if state.faults is None:
        return translate(
            "Standing",
            "Some of what was saved can’t be trusted or read. Nothing was overwritten, and"
            " nothing will be: it opens for reading only.",
        )
    count, more = state.faults
    if not count:
        told = translate(
            "Standing",
            "Every entry and every record is right, but the text saved last can’t be trusted.",
        )
    elif count == 1:
        told = translate("Standing", "One record can’t be trusted or read.")
    else:
        told = translate("Standing", "{count} records can’t be trusted or read.").format(
            count=f"{figure(count)}+" if more else figure(count)
        )
    nothing = translate(
        "Standing",
        "Nothing was overwritten, and nothing will be: it opens for reading only.",
    )
    return f"{told} {nothing}"


def later(state: State) -> str:
    """What to do with the folder itself."""
    if state.trouble is not Trouble.DAMAGED:
        return ""
    return translate(
        "Standing",
        "Keep this folder as it is. A backup is restored beside it. What can be read goes into a"
        " new vault, with a list of what is lost.",
    )


def sides(state: State) -> tuple[tuple[str, str], ...]:
    """What stands beside each other: a label and what is known of it."""
    trouble = state.trouble
    here = _entry(state.here, state.last_saved)
    if trouble in {Trouble.OLDER, Trouble.UNDONE, Trouble.OLDER_DRAFT}:
        was = translate("Standing", "Last saved here")
        now = translate("Standing", "In this folder")
        return ((was, _known_entry(state.known)), (now, here))
    if trouble is Trouble.FORKED:
        other = translate("Standing", "Known to this computer")
        return ((other, _known_entry(state.known)), (translate("Standing", "In this folder"), here))
    if trouble is Trouble.SEAL:
        return ((translate("Standing", "Last saved"), here),)
    if trouble is Trouble.DAMAGED and state.here:
        return ((translate("Standing", "Last saved"), here),)
    return ()


def folder(state: State) -> str:
    """Where the vault lies, since there may be two of them."""
    return "" if state.folder is None else str(state.folder)


def choice(state: State, which: Choice) -> str:
    """What a button says."""
    return {
        Choice.FIND: translate("Standing", "Find the newer one")
        if state.trouble in {Trouble.OLDER, Trouble.OLDER_DRAFT, Trouble.OLDER_KEYS}
        else translate("Standing", "Open another folder"),
        Choice.LOOK: translate("Standing", "Look at it, for reading only"),
        Choice.GO_ON: translate("Standing", "Go on with this one"),
        Choice.CHECK: translate("Standing", "It is right: check everything and go on")
        if state.trouble is Trouble.SEAL
        else translate("Standing", "Check everything"),
        Choice.SALVAGE: translate("Standing", "Save what can be read"),
        Choice.RESTORE: translate("Standing", "Restore a backup"),
    }[which]


def question(state: State) -> tuple[str, str, str, str]:
    """Before going on with this one: the question, what follows, the safe and the other answer."""
    return (
        translate("Standing", "Go on with this one?"),
        _what_follows(state),
        translate("Standing", "Not yet"),
        translate("Standing", "Go on with this one"),
    )


def _what_follows(state: State) -> str:
    recorded = translate("Standing", "That you went on is recorded in the vault.")
    if state.trouble is Trouble.UNDONE:
        lost = translate("Standing", "The last save stays missing.")
        return f"{lost} {recorded}"
    if state.trouble in {Trouble.OLDER_KEYS, Trouble.FORKED_KEYS}:
        opens = translate(
            "Standing", "Whatever opens this folder now will go on opening it: look at the ways in."
        )
        return f"{opens} {recorded}"
    missing = translate(
        "Standing", "What the other one has and this one hasn’t stays missing here."
    )
    keep = translate("Standing", "The other folder is left as it is: keep it.")
    return f"{missing} {recorded} {keep}"


def progress(state: State) -> str:
    """How far the check has come."""
    if not state.total:
        return translate("Standing", "Checking every entry and every record")
    told = translate("Standing", "{done} of {total} checked")
    return told.format(done=figure(state.done), total=figure(state.total))


def trouble(state: State) -> str:
    """What went wrong on the way; empty when nothing did."""
    if state.error is None:
        return ""
    if isinstance(state.error, VaultMissing):
        return translate("Standing", "There is no vault in that folder.")
    return message_for(state.error).text


def _entry(generation: int, at: Moment | None) -> str:
    entry = translate("Standing", "entry {number}").format(number=figure(generation))
    return entry if at is None else f"{entry}, {_when(at, SystemClock().now().day)}"


def _known_entry(generation: int) -> str:
    """What a seal or a pin counts; neither says when that was."""
    entry = translate("Standing", "entry {number}, time not known")
    return entry.format(number=figure(generation))


def _when(at: Moment, today: date) -> str:
    return translate("Standing", "{day} at {time}").format(
        day=week_day(at.day, today), time=clock_time(at)
    )
