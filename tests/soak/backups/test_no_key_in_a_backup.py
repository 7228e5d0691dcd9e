"""No backup holds a key of the vault: an old kit and an old backup do not open today's vault."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.workflows.ways_in.known_slots import make_ready
from app.workspace import Workspace
from crypto.backup.opened import open_backup
from crypto.backup.unlock import ByWords, unlock_backup
from crypto.errors import VaultDamaged, WrongSecret
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.recovery import RecoveryWay, words_of
from crypto.slots.slot import SlotKind
from crypto.vault.backup_root import backup_root
from crypto.vault.connection import open_database
from crypto.vault.header_files import read_header
from crypto.vault.in_force import written_with
from tests.soak import vaults
from tests.soak.backups.making import make_backup
from tests.soak.backups.plain_pages import found_in_bytes, found_in_pages
from tests.soak.backups.reading import keys_of_backup, opens
from tests.soak.changing import COSTS, Keys, slot_of
from tests.soak.keys_of import entropy, keys_of
from tests.soak.memory import key_spellings, spellings
from tests.soak.story import Story

STEPS = 60
BLOCKS = 2 * 4096


def write(workspace: Workspace, story: Story) -> None:
    """The whole story."""
    for step in story.steps:
        step.do(workspace)


def test_neither_its_file_nor_its_pages_hold_a_key(
    tmp_path: Path, rng: Random, figure: Callable[[str], None]
) -> None:
    folder, stick, story = tmp_path / "Practice.vault", tmp_path / "stick", Story(rng)
    stick.mkdir()
    story.prepare(STEPS)
    kits = [vaults.make(folder)]
    with vaults.opened(folder) as workspace:
        vault_id = workspace.facts().vault_id
        write(workspace, story)
        for _ in range(2):  # what earlier kits have left is looked for, too
            pending = workspace.ways_in.kits.begin()
            workspace.ways_in.kits.finish(pending)
            kits.append(pending.words)
        file = make_backup(workspace, stick)
    secrets = keys_of(folder, vaults.WAY, TEST_ONLY_COSTS)
    vault_key_pages = secrets["database key"]
    needles: dict[str, bytes] = {}
    for number, words in enumerate(kits, 1):
        secrets[f"entropy of kit {number}"] = entropy(words)
        with backup_root(words, vault_id, number) as root:
            secrets[f"root of kit {number}"] = root.reveal()
        needles |= spellings(f"words of kit {number}", " ".join(words))
    needles |= spellings("passphrase", vaults.WAY.passphrase)
    own = keys_of_backup(file, ByWords(kits[-1]))
    for name, key in (secrets | own).items():
        needles |= key_spellings(name, key)
    data = file.read_bytes()
    database = data[:-BLOCKS]
    assert found_in_bytes(data, needles) == set()
    pages_key = own["backup database key"]
    assert found_in_pages(database, pages_key, needles) == set()
    # The search sees what is there: a client here, the roots in the vault itself.
    client = {"client": next(iter(story.held[-1])).encode()}
    assert found_in_pages(database, pages_key, client) == {"client"}
    kept = found_in_pages((folder / "vault-1.db").read_bytes(), vault_key_pages, needles)
    assert {f"root of kit {number}, bytes" for number in (1, 2, 3)} <= kept
    figure(
        f"{len(needles)} spellings of {len(secrets | own)} secrets looked for in a backup of"
        f" {len(data)} bytes and in each of its pages without their encryption: 0 found"
    )


@pytest.fixture
def rekeyed(tmp_path: Path, rng: Random) -> tuple[Path, Path, tuple[str, ...]]:
    """A vault that got a new kit and a new key; a backup and the kit from before."""
    folder, stick, story = tmp_path / "Practice.vault", tmp_path / "stick", Story(rng)
    stick.mkdir()
    story.prepare(STEPS)
    keys = Keys(0, ())
    keys = replace(keys, words=vaults.make(folder, keys.way))
    with vaults.opened(folder, keys.way) as workspace:
        write(workspace, story)
        file = make_backup(workspace, stick)
        ways, kit = workspace.ways_in, workspace.ways_in.kits.begin()
        new = Keys(1, kit.words)
        replaced = slot_of(workspace, SlotKind.PASSPHRASE)
        ways.take_new_key([make_ready(ways.known_slots(), new.way, replaced, *COSTS)], kit)
    return folder, file, keys.words


def test_an_old_kit_and_an_old_backup_do_not_open_todays_vault(
    rekeyed: tuple[Path, Path, tuple[str, ...]], figure: Callable[[str], None]
) -> None:
    folder, file, old_words = rekeyed
    assert opens(file, old_words)
    derived = set(all_that_is_in(file, old_words))
    for secret in derived:
        assert not opens_vault(folder, secret)
    with pytest.raises(WrongSecret):
        vaults.open_again(folder, RecoveryWay(old_words))
    figure(f"{len(derived)} secrets from an old kit and an old backup: 0 open today's vault")


def all_that_is_in(file: Path, words: tuple[str, ...]) -> Iterator[bytes]:
    """Every secret that the words give, and whatever in the backup is as long as a key."""
    yield entropy(words)
    yield from keys_of_backup(file, ByWords(words)).values()
    with unlock_backup(file, ByWords(words)) as key, closing(open_backup(file, key)) as opened:
        with backup_root(words, opened.face.vault_id, opened.face.kit_number) as root:
            yield root.reveal()
        ask = opened.connection.execute
        for (name,) in ask("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            for row in ask(f'SELECT * FROM "{name}"'):
                yield from (value for value in row if isinstance(value, bytes) and len(value) == 32)


def opens_vault(folder: Path, secret: bytes) -> bool:
    """Whether it is the vault's key, its database's, or the entropy of its kit."""
    written = read_header(folder).written
    try:
        vaults.open_again(folder, RecoveryWay(words_of(SecretBytes(secret)))).close()
    except WrongSecret:
        pass
    else:
        return True
    try:
        open_database(folder / written.header.db_file, SecretBytes(secret), read_only=True).close()
    except VaultDamaged:
        return written_with(written, SecretBytes(secret))
    return True
