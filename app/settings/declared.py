"""Every setting, declared once: its key, type, default, scope and what it is for."""

from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T", str, int, float, bool)


class Scope(StrEnum):
    """Where a setting is kept."""

    DEVICE = "device"  # a file on this computer; never client data, never a secret
    VAULT = "vault"  # inside the vault


class Setting(NamedTuple, Generic[T]):
    """One setting; `choices`, if any, are all the values that it can have."""

    key: str  # "section.name"
    type: type[T]
    default: T
    scope: Scope
    description: str
    choices: tuple[T, ...] = ()


THEME = Setting(
    "look.theme",
    str,
    "system",
    Scope.DEVICE,
    "Light, dark, or as the system has it.",
    ("system", "light", "dark"),
)
TEXT_SCALE = Setting(
    "look.text_scale",
    float,
    1.0,
    Scope.DEVICE,
    "How large text is, beside its usual size.",
    (0.9, 1.0, 1.15, 1.3, 1.5),
)
WINDOW_GEOMETRY = Setting(
    "window.geometry", str, "", Scope.DEVICE, "Where the window was, as Qt writes it, in base64."
)
SIDEBAR_NARROW = Setting(
    "window.sidebar_narrow", bool, False, Scope.DEVICE, "Whether the sidebar shows icons only."
)
WINDOW_BEHIND = Setting(
    "window.behind",
    bool,
    False,
    Scope.DEVICE,
    "Whether another program was in front when it locked: then the lock screen doesn't push in.",
)
SALVAGE_FOLDER = Setting(
    "vault.salvage",
    str,
    "",
    Scope.DEVICE,
    "The folder of the vault that is saved from when it is unlocked next; empty for none.",
)
LOOKED_AROUND = Setting(
    "made_up.seen", bool, False, Scope.DEVICE, "Whether a made-up practice was looked around in."
)
VAULT_FOLDER = Setting(
    "vault.folder", str, "", Scope.DEVICE, "The folder of the vault opened last; empty at first."
)

AUTO_LOCK_MINUTES = Setting(
    "lock.minutes",
    int,
    5,
    Scope.DEVICE,
    "After how many minutes without input the vault locks; a running session is covered instead.",
    (1, 2, 5, 10, 15, 30),
)
OWN_SLOTS = Setting(
    "vault.own_slots", str, "", Scope.DEVICE, "For each vault, the slot that is this computer's."
)

VIEW_STATE = Setting(
    "view_state", str, "{}", Scope.VAULT, "Where the coach was, as JSON: page, caret, scroll."
)
MADE_UP = Setting("demo", bool, False, Scope.VAULT, "Whether everybody in the vault is made up.")
BACKUP_PLAN = Setting(
    "backup.plan",
    str,
    "{}",
    Scope.VAULT,
    "Where backups go, as JSON: places, whether by themselves, what is kept, when to remind.",
)
BACKUPS_UNDER_WAY = Setting(
    "backup.under_way",
    str,
    "[]",
    Scope.VAULT,
    "The backups that have begun and not ended, as JSON: where to, and how each was begun.",
)

DEVICE_SETTINGS: tuple[Setting[Any], ...] = (
    THEME,
    TEXT_SCALE,
    WINDOW_GEOMETRY,
    SIDEBAR_NARROW,
    WINDOW_BEHIND,
    LOOKED_AROUND,
    SALVAGE_FOLDER,
    VAULT_FOLDER,
    AUTO_LOCK_MINUTES,
    OWN_SLOTS,
)
VAULT_SETTINGS: tuple[Setting[Any], ...] = (
    VIEW_STATE,
    MADE_UP,
    BACKUP_PLAN,
    BACKUPS_UNDER_WAY,
)

# What still holds in a vault that is made of another one: a restored or a salvaged one. The rest
# tells of the other's ways in, of its checks, and of where the coach was in it.
LASTING_SETTINGS = frozenset({MADE_UP.key, BACKUP_PLAN.key})
