"""Has damage of the open vault told, with its two ways out, however it was come upon."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import SignalInstance

from crypto.errors import VaultDamaged
from ui.commands.registry import Registry
from ui.opened.vault_check import VaultCheck
from ui.shell.notices import DamageWays, Notices


def tell_damage(
    check: VaultCheck,
    failed: SignalInstance,
    notices: Notices,
    registry: Registry,
    look: Callable[[], None],
) -> None:
    """A check tells it itself; what `failed` because of it, a backup, has everything checked.

    `look` leads to where it is told what was found.
    """
    ways = DamageWays(
        restore=partial(registry.run, "backup.bring_back"),
        save=partial(registry.run, "vault.save_readable"),
        look=look,
    )

    def has_failed(error: Exception) -> None:
        if isinstance(error, VaultDamaged):
            check.check_now()

    check.damaged.connect(partial(notices.show_damage, ways))
    failed.connect(has_failed)
