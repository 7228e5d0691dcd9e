"""How findings about backups are put."""

from app.workflows.privacy_check.finding import Fact
from ui.pages.privacy.line import Lead, Line
from ui.translation import QT_TRANSLATE_NOOP

_BACK_UP = QT_TRANSLATE_NOOP("Privacy", "Back up")
_SHOW = QT_TRANSLATE_NOOP("Privacy", "Show backups")
_STICK = QT_TRANSLATE_NOOP(
    "Privacy", "Put a USB stick in and back up to it. Keep it elsewhere, not in the laptop’s bag."
)

BACKUP_LINES = {
    Fact.BACKUPS_FRESH: Line(
        QT_TRANSLATE_NOOP("Privacy", "There is a checked backup"),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "Made {ago}, and every record in it was read back. It opens with the Recovery Kit.",
        ),
        button=_SHOW,
        lead=Lead.BACKUPS,
    ),
    Fact.BACKUPS_OLD: Line(
        QT_TRANSLATE_NOOP("Privacy", "The last checked backup was made {ago}"),
        QT_TRANSLATE_NOOP("Privacy", "What you wrote since is in no backup."),
        QT_TRANSLATE_NOOP("Privacy", "Put its drive in, and back up."),
        button=_BACK_UP,
        lead=Lead.BACKUPS,
    ),
    Fact.BACKUPS_NONE: Line(
        QT_TRANSLATE_NOOP("Privacy", "There is no backup"),
        QT_TRANSLATE_NOOP("Privacy", "If this laptop is lost, your notes are lost with it."),
        _STICK,
        button=_BACK_UP,
        lead=Lead.BACKUPS,
    ),
    Fact.BACKUPS_SAME_DISK: Line(
        QT_TRANSLATE_NOOP("Privacy", "Backups lie only on the vault’s own disk"),
        QT_TRANSLATE_NOOP(
            "Privacy", "The last was made {ago}. If the laptop is lost, they are lost with it."
        ),
        _STICK,
        button=_BACK_UP,
        lead=Lead.BACKUPS,
    ),
    Fact.BACKUPS_OLD_SHEET: Line(
        QT_TRANSLATE_NOOP("Privacy", "Some backups still open with an older sheet"),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "The newest was made {ago}. The list says which the Recovery Kit that is in use now "
            "doesn’t open. Keep the older sheet as long as there are any.",
        ),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "Put their drive in, and Underrose brings them under the new kit. If they are gone, "
            "take them off the list.",
        ),
        button=_SHOW,
        lead=Lead.BACKUPS,
    ),
    Fact.BACKUPS_OLD_SHEET_ALONE: Line(
        QT_TRANSLATE_NOOP("Privacy", "No backup opens with the Recovery Kit in use"),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "The newest was made {ago}. Only an older sheet opens it: keep that sheet until there "
            "is a backup that the kit in use opens.",
        ),
        QT_TRANSLATE_NOOP(
            "Privacy",
            "Back up once more. Older backups come under the new kit when their drive is in; those "
            "that are gone you can take off the list.",
        ),
        button=_BACK_UP,
        lead=Lead.BACKUPS,
    ),
    Fact.BACKUPS_UNKNOWN: Line(
        QT_TRANSLATE_NOOP("Privacy", "Underrose can’t tell how old the last backup is"),
        QT_TRANSLATE_NOOP("Privacy", "It is dated later than today: a clock was wrong."),
        QT_TRANSLATE_NOOP("Privacy", "Look at this computer’s clock, then make a new backup."),
        button=_BACK_UP,
        lead=Lead.BACKUPS,
    ),
}
