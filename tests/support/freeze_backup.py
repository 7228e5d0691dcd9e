"""Makes the backup that is frozen in `tests/vectors/`, once for each schema; run by hand:

python -m tests.support.freeze_backup FOLDER
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from app.workflows.backup.carry import carry_out
from app.workspace import create_workspace
from crypto.primitives.kdf import APP_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.fixed_clock import FixedClock
from tests.support.freeze_vault import PASSPHRASE, describe, fill

FILE = "backup.underrose-backup"


def freeze(folder: Path) -> None:
    """Makes the backup in `folder`, and contents.json that says how it opens and what it holds."""
    folder.mkdir()
    clock, cost = FixedClock(), APP_COSTS.lowest
    with TemporaryDirectory() as place:
        vault, way = Path(place) / "vault", PassphraseWay(PASSPHRASE)
        workspace, words = create_workspace(vault, "Whitlock Coaching", way, clock, cost)
        fill(workspace, clock)
        contents = {"passphrase": PASSPHRASE, "words": list(words)} | describe(workspace)
        staged = workspace.make_backup.stage(lambda _: None)
        for _ in carry_out(staged.errand(folder, PASSPHRASE, FILE, cost)):
            pass
        staged.discard()
        workspace.close()
    text = json.dumps(contents, indent=1, ensure_ascii=False)
    (folder / "contents.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    freeze(Path(sys.argv[1]))
