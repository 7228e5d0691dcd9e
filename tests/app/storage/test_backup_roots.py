"""The root of each kit's backups is kept, found by its number, and written over."""

from app.storage import backup_roots
from app.workspace import Workspace
from crypto.secret import SecretBytes


def test_a_root_is_found_by_the_number_of_its_kit(workspace: Workspace) -> None:
    root = SecretBytes(bytes(range(32)))
    with workspace._database.write() as writer:
        assert backup_roots.get(writer, 7) is None
        assert not backup_roots.has(writer, 7)
        backup_roots.put(writer, 7, root)

    with workspace._database.read() as reader:
        assert backup_roots.get(reader, 7) == root
        assert backup_roots.has(reader, 7)
        assert not backup_roots.has(reader, 8)
        assert backup_roots.of_kits(reader, range(6, 9)) == {7: root}


def test_a_root_whose_kit_was_never_finished_gives_way(workspace: Workspace) -> None:
    root = SecretBytes(bytes(range(32)))
    with workspace._database.write() as writer:
        backup_roots.put(writer, 7, SecretBytes(bytes(32)))
        backup_roots.put(writer, 7, root)
        assert backup_roots.get(writer, 7) == root
