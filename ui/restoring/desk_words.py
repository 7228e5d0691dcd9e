"""The sentences of the desk's dialog alone, where another vault is open."""

from crypto.errors import BackupDamaged
from ui.restoring.state import State, Step
from ui.translation import translate


def kept_beside(state: State) -> str:
    """What became of a backup that was restored beside the open vault."""
    told = translate(
        "Restoring",
        "The backup is a vault of its own now, in {folder}\n\n"
        "Your vault here is as it was. The restored one opens with the words of Recovery Kit "
        "{number}; then you choose how this computer opens it. “Open another vault” on the lock "
        "screen leads from the one to the other.",
    )
    restored = state.restored
    if restored is None:
        return ""
    return told.format(folder=restored.folder, number=restored.kit_number)


def elsewhere(state: State) -> str:
    """What can be done about a damaged backup, but not from the desk."""
    if state.step is not Step.SECRET or not isinstance(state.error, BackupDamaged):
        return ""
    return translate(
        "Restoring",
        "What can still be read of it can be saved: lock, then choose “Restore a backup”.",
    )
