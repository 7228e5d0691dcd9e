"""How findings about the vault are put: its records, its ways in, its folder."""

from app.workflows.privacy_check.finding import Fact
from ui.pages.privacy.line import Lead, Line
from ui.translation import QT_TRANSLATE_NOOP

_CHANGE = QT_TRANSLATE_NOOP("Privacy", "Change")
_TRY = QT_TRANSLATE_NOOP("Privacy", "Try it")
_CHECK = QT_TRANSLATE_NOOP("Privacy", "Check now")
_SAVE = QT_TRANSLATE_NOOP("Privacy", "Save what can be read")
_KIT = QT_TRANSLATE_NOOP(
    "Privacy",
    "Type its 24 words once, to be sure that the paper can be read. It takes two minutes.",
)
_SAY = QT_TRANSLATE_NOOP(
    "Privacy", "Lock, then unlock it: you are asked which one to open, and how to go on."
)

VAULT_LINES = {
    Fact.INTEGRITY_INTACT: Line(
        QT_TRANSLATE_NOOP("Privacy", "Every record is intact"),
        QT_TRANSLATE_NOOP(
            "Privacy", "{rows} and {entries}, checked {ago}. None was changed outside Underrose."
        ),
        button=_CHECK,
        lead=Lead.CHECK,
    ),
    Fact.INTEGRITY_NOT_COMPARED: Line(
        QT_TRANSLATE_NOOP("Privacy", "Every record is intact"),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "{rows} and {entries}, checked {ago}. Not compared with what this computer remembers, "
            "so an older copy of the whole vault would not be noticed.",
        ),
        button=_CHECK,
        lead=Lead.CHECK,
    ),
    Fact.INTEGRITY_FAULTS: Line(
        QT_TRANSLATE_NOOP("Privacy", "The check found {faults}"),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "Found in {kinds}, checked {ago}. It was damaged, or changed outside Underrose.",
        ),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "Write nothing more. Restore a backup from before, or save what can be read into a new"
            " vault; this one stays as it is.",
        ),
        button=QT_TRANSLATE_NOOP("Privacy", "Restore a backup"),
        lead=Lead.RESTORE,
        other_button=_SAVE,
        other_lead=Lead.SALVAGE,
    ),
    Fact.INTEGRITY_OLDER: Line(
        QT_TRANSLATE_NOOP("Privacy", "This vault is older than the one last saved here"),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "Newer records are missing: the folder was put back to an earlier day, or this is an"
            " old copy of it.",
        ),
        _SAY,
        button=_CHECK,
        lead=Lead.CHECK,
    ),
    Fact.INTEGRITY_FORKED: Line(
        QT_TRANSLATE_NOOP("Privacy", "This vault went two ways: here and on another computer"),
        QT_TRANSLATE_NOOP("Privacy", "Another copy has records that this one hasn’t."),
        _SAY,
        button=_CHECK,
        lead=Lead.CHECK,
    ),
    Fact.INTEGRITY_OTHER_KEYS: Line(
        QT_TRANSLATE_NOOP("Privacy", "The key file isn’t the one last used here"),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "It is older, or was changed in another copy. A way in that was removed may open it.",
        ),
        _SAY,
        button=_CHECK,
        lead=Lead.CHECK,
    ),
    Fact.INTEGRITY_NOT_CHECKED: Line(
        QT_TRANSLATE_NOOP("Privacy", "The records aren’t checked yet"),
        QT_TRANSLATE_NOOP("Privacy", "A check compares every record with the list of all changes."),
        QT_TRANSLATE_NOOP("Privacy", "It runs by itself after each unlocking. Look again later."),
        button=_CHECK,
        lead=Lead.CHECK,
    ),
    Fact.KIT_REHEARSED: Line(
        QT_TRANSLATE_NOOP("Privacy", "The Recovery Kit opens this vault"),
        QT_TRANSLATE_NOOP("Privacy", "You tried it {ago}. Once a quarter is enough."),
        button=_TRY,
        lead=Lead.KIT,
    ),
    Fact.KIT_DUE: Line(
        QT_TRANSLATE_NOOP("Privacy", "You last tried the Recovery Kit {ago}"),
        QT_TRANSLATE_NOOP("Privacy", "Paper gets lost. Once a quarter is a good rhythm."),
        _KIT,
        button=_TRY,
        lead=Lead.KIT,
    ),
    Fact.KIT_NEW: Line(
        QT_TRANSLATE_NOOP("Privacy", "The Recovery Kit is new"),
        QT_TRANSLATE_NOOP(
            "Privacy", "Made {ago}, and words of it were checked against your paper."
        ),
        button=_TRY,
        lead=Lead.KIT,
    ),
    Fact.KIT_UNSEEN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Your Recovery Kit isn’t checked yet"),
        QT_TRANSLATE_NOOP(
            "Privacy", "Its words were shown, but never checked against what you wrote down."
        ),
        QT_TRANSLATE_NOOP("Privacy", "Type them from the paper, or make a new kit."),
        button=_TRY,
        lead=Lead.KIT,
    ),
    Fact.KIT_NEVER: Line(
        QT_TRANSLATE_NOOP("Privacy", "You haven’t tried the Recovery Kit yet"),
        QT_TRANSLATE_NOOP(
            "Privacy", "If this computer fails, nothing but the kit or your passphrase helps."
        ),
        _KIT,
        button=_TRY,
        lead=Lead.KIT,
    ),
    Fact.WAYS_BOTH: Line(
        QT_TRANSLATE_NOOP("Privacy", "The vault opens with the password store and a passphrase"),
        QT_TRANSLATE_NOOP("Privacy", "Each holds one half of the key. A copied file is useless."),
        button=_CHANGE,
        lead=Lead.VAULT,
    ),
    Fact.WAYS_PASSPHRASE: Line(
        QT_TRANSLATE_NOOP("Privacy", "The vault opens with a passphrase alone"),
        QT_TRANSLATE_NOOP(
            "Privacy", "On any computer. Whoever copies the file can try passphrases, slowly."
        ),
        button=_CHANGE,
        lead=Lead.VAULT,
    ),
    Fact.WAYS_KEYRING: Line(
        QT_TRANSLATE_NOOP("Privacy", "The vault opens without a passphrase"),
        QT_TRANSLATE_NOOP("Privacy", "Whoever is logged in as you can open it."),
        QT_TRANSLATE_NOOP("Privacy", "Add a passphrase to the password store’s half of the key."),
        button=_CHANGE,
        lead=Lead.VAULT,
    ),
    Fact.WAYS_KIT: Line(
        QT_TRANSLATE_NOOP("Privacy", "Only the Recovery Kit opens this vault"),
        QT_TRANSLATE_NOOP("Privacy", "If the paper is lost, the notes are lost."),
        QT_TRANSLATE_NOOP("Privacy", "Add a passphrase or this computer’s password store."),
        button=_CHANGE,
        lead=Lead.VAULT,
    ),
    Fact.AUTO_LOCK_ON: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose locks after {minutes} away"),
        QT_TRANSLATE_NOOP("Privacy", "And at once at the key, F12."),
        button=_CHANGE,
        lead=Lead.LOCKING,
    ),
    Fact.AUTO_LOCK_LATE: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose locks only after {minutes} away"),
        QT_TRANSLATE_NOOP("Privacy", "Until then, what is open can be read."),
        QT_TRANSLATE_NOOP("Privacy", "Five minutes lose nothing: you come back where you were."),
        button=_CHANGE,
        lead=Lead.LOCKING,
    ),
    Fact.PLACE_LOCAL: Line(
        QT_TRANSLATE_NOOP("Privacy", "The vault is in no synced folder that we know"),
        QT_TRANSLATE_NOOP("Privacy", "{folder}"),
    ),
    Fact.PLACE_SYNCED: Line(
        QT_TRANSLATE_NOOP("Privacy", "{service} seems to copy the vault’s folder"),
        QT_TRANSLATE_NOOP(
            "Privacy", "It can’t read it, but two computers that write can’t be put together again."
        ),
        QT_TRANSLATE_NOOP(
            "Privacy", "Lock, move the folder elsewhere, and choose it on the lock screen."
        ),
    ),
    Fact.PLACE_UNKNOWN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose can’t see whether the vault’s folder is synced"),
        QT_TRANSLATE_NOOP("Privacy", "{folder}"),
        QT_TRANSLATE_NOOP("Privacy", "Look at what your sync programs copy."),
    ),
    Fact.FILES_PRIVATE: Line(
        QT_TRANSLATE_NOOP("Privacy", "The vault’s files are yours alone"),
        QT_TRANSLATE_NOOP("Privacy", "No other user of this computer may read or change them."),
    ),
    Fact.FILES_OPEN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Other users of this computer can reach {files} of the vault"),
        QT_TRANSLATE_NOOP("Privacy", "They are encrypted, but could be copied or damaged."),
        QT_TRANSLATE_NOOP("Privacy", "Take away the rights of others."),
        button=QT_TRANSLATE_NOOP("Privacy", "Make private"),
        lead=Lead.FILES,
    ),
    Fact.FILES_FOREIGN: Line(
        QT_TRANSLATE_NOOP("Privacy", "{files} of the vault belong to another user"),
        QT_TRANSLATE_NOOP("Privacy", "Who owns a file can change or remove it."),
        QT_TRANSLATE_NOOP("Privacy", "Copy the vault’s folder to a place of your own."),
    ),
    Fact.FILES_UNKNOWN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose can’t see who may read the vault’s files"),
        QT_TRANSLATE_NOOP("Privacy", "{folder}"),
        QT_TRANSLATE_NOOP("Privacy", "Look at the folder’s properties, under permissions."),
    ),
}
