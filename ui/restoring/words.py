"""The sentences of bringing a backup back."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from crypto.errors import BackupOfAnotherVault, RecoveryWordUnknown
from ui.messages import At, message_for
from ui.restoring.moments import made_at, moment
from ui.restoring.state import LONGEST_NAME, State, Step
from ui.translation import translate
from ui.ways_in.typed_words import Slip
from ui.words import dates
from ui.words.figures import figure, size_words

if TYPE_CHECKING:  # their packages come with the ciphers
    from app.workflows.restore.look import Look
    from app.workflows.restore.step import Step as Progress
    from crypto.backup.face import BackupFace

CLOCKS_DIFFER = timedelta(hours=1)  # between two computers; more is told
Row = tuple[str, str]  # a label and what is known


def names(face: "BackupFace") -> tuple[str, ...]:
    """Names to suggest for a backup's vault, the best one first."""
    made = dates.full_day(made_at(face).day)
    dated = translate("Restoring", "{name}, backup of {day}")
    again = translate("Restoring", "{name}, backup of {day}, {number}")
    longest = LONGEST_NAME - len(again.format(name="", day=made, number=99))
    name = face.name[:longest]
    return (
        name,
        dated.format(name=name, day=made),
        *(again.format(name=name, day=made, number=number) for number in range(2, 100)),
    )


def title(state: State) -> str:
    """What the step is about."""
    return {
        Step.FILE: translate("Restoring", "Restore a backup"),
        Step.SECRET: translate("Restoring", "Open the backup"),
        Step.LOOKING: translate("Restoring", "Looking inside"),
        Step.FOUND: translate("Restoring", "What is in this backup"),
        Step.KIT: translate("Restoring", "Keep the new Recovery Kit"),
        Step.RESTORING: translate("Restoring", "Restoring"),
        Step.DONE: translate("Restoring", "It is back"),
    }[state.step]


def subtitle(state: State) -> str:
    """What to know for it."""
    if state.step is Step.FILE:
        return translate(
            "Restoring",
            "Restoring never overwrites what you have. The backup becomes a vault of its own.",
        )
    if state.step is Step.SECRET and state.face is not None:
        return _opens_with(state.face)
    if state.step is Step.KIT:
        return translate(
            "Restoring",
            "A passphrase opened this backup, so the restored vault gets a kit of its own. These "
            "24 words will open it when nothing else does. Its number is far from the others’, so "
            "that no two sheets are taken for one another.",
        )
    if state.step in {Step.LOOKING, Step.RESTORING}:
        return translate("Restoring", "The backup itself is only read, and stays as it is.")
    return ""


def _opens_with(face: "BackupFace") -> str:
    made = dates.full_day(face.kit_made_on)
    if face.has_passphrase:
        both = translate(
            "Restoring",
            "It opens with the words of Recovery Kit {number}, made {day}, or with the passphrase "
            "that was added to it. The vault’s own passphrase doesn’t open a backup.",
        )
        return both.format(number=face.kit_number, day=made)
    kit = translate(
        "Restoring",
        "It opens with the words of Recovery Kit {number}, made {day}. The vault’s own passphrase "
        "doesn’t open a backup.",
    )
    return kit.format(number=face.kit_number, day=made)


def which(state: State) -> str:
    """Which backup it is, while it is still closed."""
    if state.face is None or state.step is not Step.SECRET:
        return ""
    told = translate("Restoring", "“{name}”, made {when}, {size}")
    face = state.face
    return told.format(name=face.name, when=moment(made_at(face)), size=size_words(face.file_bytes))


def rows(state: State) -> tuple[Row, ...]:
    """What is in it: a label and a value each."""
    look = state.look
    if look is None or state.step is not Step.FOUND:
        return ()
    found = [
        (translate("Restoring", "Vault"), look.face.name),
        (translate("Restoring", "Backup made"), moment(made_at(look.face))),
        (translate("Restoring", "In it"), _counts(look)),
        (translate("Restoring", "Last change"), _last_change(look)),
        (
            translate("Restoring", "Checked"),
            translate("Restoring", "Every record was read, and is as it was saved."),
        ),
    ]
    if state.here is not None and not state.is_of_another_vault:
        found.append((translate("Restoring", "Your vault here"), _here(state)))
    return tuple(found)


def opened_with(state: State) -> tuple[Row, ...]:
    """What opened it, as after a loss: that is proven from now on."""
    if state.look is None or state.step is not Step.FOUND:
        return ()
    told = translate("Restoring", "The words of Recovery Kit {number}: that sheet opens it")
    if state.by_passphrase:
        told = translate("Restoring", "The passphrase that was added to it")
    told = told.format(number=state.look.face.kit_number)
    return ((translate("Restoring", "Opened with"), told),)


def _counts(look: "Look") -> str:
    clients, sessions, notes = look.clients, look.sessions, look.notes
    told = (
        translate("Restoring", "1 client")
        if clients == 1
        else translate("Restoring", "{count} clients").format(count=figure(clients)),
        translate("Restoring", "1 session")
        if sessions == 1
        else translate("Restoring", "{count} sessions").format(count=figure(sessions)),
        translate("Restoring", "1 note")
        if notes == 1
        else translate("Restoring", "{count} notes").format(count=figure(notes)),
    )
    return ", ".join(told)


def _last_change(look: "Look") -> str:
    if look.last_entry is None:
        return translate("Restoring", "When can’t be told.")
    return moment(look.last_entry)


def _here(state: State) -> str:
    """By entries, which say what follows on what; the times are for people."""
    here, newer = state.here, state.newer_here
    if here is None or newer is None:
        return translate("Restoring", "How far it has come can’t be told.")
    if newer == 0:
        return translate("Restoring", "As far as the backup")
    if newer < 0:
        return translate("Restoring", "Not as far as the backup, which has changes that it lacks")
    if newer == 1:
        return translate(
            "Restoring",
            "As far as the backup. Since then only the backup itself was noted, it seems.",
        )
    if here.changed is None:
        return translate("Restoring", "Probably newer than the backup")
    newer_by = translate(
        "Restoring",
        "Probably newer than the backup: last changed {when}. Noting a backup is a change, too.",
    )
    return newer_by.format(when=moment(here.changed))


def notes(state: State) -> tuple[tuple[str, str, str], ...]:
    """What to know before it is restored, each with a tone and an icon."""
    look = state.look
    if look is None or state.step is not Step.FOUND:
        return ()
    told: list[tuple[str, str, str]] = []
    if state.is_of_another_vault:
        another = message_for(BackupOfAnotherVault(look.face.name), at=At.RESTORING)
        told.append((another.text, "ochre", "triangle-alert"))
    if state.now is not None and made_at(look.face).utc - state.now.utc > CLOCKS_DIFFER:
        ahead = translate(
            "Restoring",
            "By this computer’s clock that day is still to come, so one of two clocks was wrong. "
            "The entries keep their order whatever the clock says.",
        )
        told.append((ahead, "ochre", "triangle-alert"))
    return tuple(told)


def trouble(state: State) -> str:
    """What went wrong; empty when nothing did."""
    if state.error is None or isinstance(state.error, RecoveryWordUnknown):
        return ""  # which word is none of them stands right below the fields
    if state.offer.salvages:
        return message_for(state.error).text
    message = message_for(state.error, at=At.RESTORING)
    return f"{message.sentence} {_slip(state.slip)}" if state.slip else message.text


def name_hint() -> str:
    """What a name is for."""
    return translate("Restoring", "Shown on the lock screen. Not a client’s name.")


def place_hint(state: State) -> tuple[str, str, str]:
    """What was seen at the place, with its tone and icon."""
    if state.place is None or state.place.sync_service is None:
        return ("", "tertiary", "")
    copied = translate(
        "Restoring",
        "This folder is copied by {service}; two copies may conflict. Choose another.",
    )
    return (copied.format(service=state.place.sync_service), "ochre", "triangle-alert")


def place_error(state: State) -> str:
    """Why it can't be restored there."""
    if state.place is None or not state.place.taken:
        return ""
    return translate(
        "Restoring", "Something of that name is there already. Choose another name or place."
    )


def unchecked_kit() -> str:
    """What it means to go on without having checked the new kit's words."""
    return translate(
        "Restoring",
        "The words aren’t shown again, and until this computer has another way in, only they open "
        "the restored vault. Underrose will remind you to make another kit.",
    )


def main_button(state: State) -> str:
    """What the main button says."""
    if state.step is Step.SECRET:
        if state.offer.salvages:
            return translate("Restoring", "Save what can be read")
        if state.slip is not None:
            return translate("Restoring", "Put it right and look inside")
        return translate("Restoring", "Look inside")
    if state.step is Step.KIT:
        return translate("Restoring", "I have kept it")
    return translate("Restoring", "Restore it")


def why_not(state: State) -> str:
    """Why the main button is off."""
    if state.busy:
        return translate("Restoring", "One moment.")
    if state.step is Step.SECRET and not state.by_passphrase:
        return translate("Restoring", "It takes all 24 words.")
    if state.step is Step.SECRET:
        return translate("Restoring", "Type the backup’s passphrase first.")
    if not state.has_name:
        return translate("Restoring", "Give the vault a name first.")
    return translate("Restoring", "Choose a place for it first.")


def other_button(state: State) -> str:
    """The link to the other way of opening a backup; empty without one."""
    if state.step is not Step.SECRET or state.face is None or not state.face.has_passphrase:
        return ""
    if state.by_passphrase:
        return translate("Restoring", "Use the Recovery Kit’s words instead")
    return translate("Restoring", "Use the backup’s passphrase instead")


def progress(told: "Progress | None", *, stopping: bool) -> str:
    """How far it has come, in words."""
    if stopping:
        return translate("Restoring", "Stopping. Nothing is kept of it.")
    if told is None:
        return translate("Restoring", "Opening the backup")
    return {
        "bytes": translate("Restoring", "Reading the whole file"),
        "records": translate("Restoring", "Checking every record in it"),
        "copy": translate("Restoring", "Writing the vault"),
        "check": translate("Restoring", "Checking every record in the new vault"),
    }[told.stage]


def spoken(rows: Sequence[Row]) -> str:
    """The rows as a screen reader says them."""
    return " ".join(f"{label}: {value}." for label, value in rows)


def _slip(slip: Slip) -> str:
    if slip.word:
        wrong = translate("Restoring", "Word {place} should be “{word}”.")
        return wrong.format(place=slip.places[0], word=slip.word)
    swapped = translate("Restoring", "Words {first} and {second} are the wrong way round.")
    return swapped.format(first=slip.places[0], second=slip.places[-1])
