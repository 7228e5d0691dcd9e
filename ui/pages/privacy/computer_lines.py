"""How findings about the computer are put: its disk, its password store, its desktop."""

from app.workflows.privacy_check.finding import Fact
from ui.pages.privacy.line import Lead, Line
from ui.translation import QT_TRANSLATE_NOOP

_ENCRYPT = QT_TRANSLATE_NOOP(
    "Privacy",
    "The vault stays encrypted. For the rest, choose encryption when this computer is next set up.",
)
_SWAP = QT_TRANSLATE_NOOP(
    "Privacy",
    "Turn swap off, or let your system encrypt it. Disk encryption set up by the installer covers "
    "it too.",
)

COMPUTER_LINES = {
    Fact.KEYRING_PASSWORD: Line(
        QT_TRANSLATE_NOOP("Privacy", "{store} has a password"),
        QT_TRANSLATE_NOOP(
            "Privacy", "Its file is encrypted, and no empty password opens it. This was tried."
        ),
    ),
    Fact.KEYRING_OPEN: Line(
        QT_TRANSLATE_NOOP("Privacy", "{store} has no password"),
        QT_TRANSLATE_NOOP("Privacy", "Whoever has this computer’s disk can read what it keeps."),
        QT_TRANSLATE_NOOP(
            "Privacy", "Set one: open Passwords and Keys, choose the keyring, Change Password."
        ),
    ),
    Fact.KEYRING_UNKNOWN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose can’t see whether {store} has a password"),
        QT_TRANSLATE_NOOP("Privacy", "It holds a part of the vault’s key."),
        QT_TRANSLATE_NOOP("Privacy", "Look in its own settings, or lock it and see what it asks."),
    ),
    Fact.KEYRING_MISSING: Line(
        QT_TRANSLATE_NOOP("Privacy", "This computer’s password store didn’t answer"),
        QT_TRANSLATE_NOOP("Privacy", "A way into this vault needs it."),
        QT_TRANSLATE_NOOP("Privacy", "Log out and in again, then look again."),
    ),
    Fact.DISK_ENCRYPTED: Line(
        QT_TRANSLATE_NOOP("Privacy", "This disk is encrypted"),
        QT_TRANSLATE_NOOP("Privacy", "{cipher}, on the disk that holds the vault."),
    ),
    Fact.DISK_PLAIN: Line(
        QT_TRANSLATE_NOOP("Privacy", "This disk isn’t encrypted"),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "Whoever has the disk can read what other programs keep on it, though not the vault. "
            "Some disks encrypt by themselves; Underrose can’t see that.",
        ),
        _ENCRYPT,
    ),
    Fact.DISK_UNKNOWN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose can’t see whether this disk is encrypted"),
        QT_TRANSLATE_NOOP("Privacy", "The vault is, whatever lies below it."),
        "{disk_settings}",
    ),
    Fact.SWAP_NONE: Line(
        QT_TRANSLATE_NOOP("Privacy", "Memory isn’t written to the disk"),
        QT_TRANSLATE_NOOP("Privacy", "This computer has no swap."),
    ),
    Fact.SWAP_MEMORY: Line(
        QT_TRANSLATE_NOOP("Privacy", "Memory isn’t written to the disk"),
        QT_TRANSLATE_NOOP("Privacy", "Swap is compressed memory (zram) here."),
    ),
    Fact.SWAP_ENCRYPTED: Line(
        QT_TRANSLATE_NOOP("Privacy", "Swap is encrypted"),
        QT_TRANSLATE_NOOP("Privacy", "{cipher}. Deep sleep (hibernation) writes there too."),
    ),
    Fact.SWAP_PLAIN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Memory may be written to the disk in plain text"),
        QT_TRANSLATE_NOOP("Privacy", "Swap isn’t encrypted. Parts of notes may end there."),
        _SWAP,
    ),
    Fact.SWAP_PLAIN_SLEEP: Line(
        QT_TRANSLATE_NOOP("Privacy", "Memory may be written to the disk in plain text"),
        QT_TRANSLATE_NOOP(
            "Privacy", "Swap isn’t encrypted, and deep sleep (hibernation) would write all of it."
        ),
        _SWAP,
    ),
    Fact.SWAP_UNKNOWN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose can’t see whether swap is encrypted"),
        QT_TRANSLATE_NOOP("Privacy", "Memory that is written to the disk may hold parts of notes."),
        QT_TRANSLATE_NOOP("Privacy", "With disk encryption for the whole computer, it usually is."),
    ),
    Fact.SCREEN_LOCKS: Line(
        QT_TRANSLATE_NOOP("Privacy", "The screen locks after {minutes}"),
        QT_TRANSLATE_NOOP("Privacy", "By your desktop’s settings."),
    ),
    Fact.SCREEN_LATE: Line(
        QT_TRANSLATE_NOOP("Privacy", "The screen locks only after {minutes}"),
        QT_TRANSLATE_NOOP("Privacy", "Until then, anybody can sit down at this computer."),
        QT_TRANSLATE_NOOP("Privacy", "Set a shorter time in your desktop’s settings."),
    ),
    Fact.SCREEN_OPEN: Line(
        QT_TRANSLATE_NOOP("Privacy", "The screen doesn’t lock by itself"),
        QT_TRANSLATE_NOOP("Privacy", "Anybody can sit down at this computer."),
        QT_TRANSLATE_NOOP("Privacy", "Turn on the screen lock in your desktop’s settings."),
    ),
    Fact.SCREEN_UNKNOWN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose can’t see whether the screen locks"),
        QT_TRANSLATE_NOOP("Privacy", "It reads the settings of GNOME, Cinnamon and Plasma only."),
        QT_TRANSLATE_NOOP("Privacy", "Leave the computer alone for ten minutes, and see."),
    ),
    Fact.PROCESS_HARDENED: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose can’t go online"),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "The system refuses it every connection to the internet. Your other programs can’t "
            "read its memory, and if it crashes, nothing of that is written to the disk.",
        ),
        button=QT_TRANSLATE_NOOP("Privacy", "What that means"),
        lead=Lead.HELP,
    ),
    Fact.PROCESS_PARTLY: Line(
        QT_TRANSLATE_NOOP("Privacy", "Some protection isn’t in force on this computer"),
        QT_TRANSLATE_NOOP("Privacy", "Missing: {missing}."),
        QT_TRANSLATE_NOOP(
            "Privacy", "Start it by its own command. Linux on a usual processor then has all of it."
        ),
        button=QT_TRANSLATE_NOOP("Privacy", "What that means"),
        lead=Lead.HELP,
    ),
    Fact.PROCESS_UNKNOWN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose can’t see what protects its own process"),
        QT_TRANSLATE_NOOP("Privacy", "It was started in an unusual way."),
        QT_TRANSLATE_NOOP("Privacy", "Quit, and start it as usual."),
    ),
    Fact.VERSIONS_KNOWN: Line(
        QT_TRANSLATE_NOOP("Privacy", "The vault is encrypted by SQLCipher {sqlcipher}"),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "With SQLite {sqlite} and OpenSSL {openssl}. Underrose never goes online, so look "
            "yourself now and then whether there is a newer Underrose.",
        ),
    ),
    Fact.VERSIONS_UNKNOWN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose can’t see which version of SQLCipher it uses"),
        QT_TRANSLATE_NOOP("Privacy", "That is the library that encrypts the vault."),
        QT_TRANSLATE_NOOP("Privacy", "Install Underrose again."),
    ),
}
