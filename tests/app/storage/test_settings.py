"""What is put under a key is there until it is put anew or let go."""

from app.storage import settings
from app.workspace import Workspace


def test_what_is_put_last_is_what_is_kept(workspace: Workspace) -> None:
    with workspace._database.write() as writer:
        assert settings.get(writer, "a") is None
        settings.put(writer, "a", "1")
        settings.put(writer, "b", "2")
        settings.put(writer, "a", "3")
    with workspace._database.read() as reader:
        assert (settings.get(reader, "a"), settings.get(reader, "b")) == ("3", "2")


def test_what_is_let_go_leaves_the_others(workspace: Workspace) -> None:
    with workspace._database.write() as writer:
        settings.put(writer, "a", "1")
        settings.put(writer, "b", "")
        settings.forget(writer, "a")
        settings.forget(writer, "never there")
        assert settings.get(writer, "a") is None
        assert settings.get(writer, "b") == "", "nothing written is something kept"


def test_all_but_a_few_can_be_let_go(workspace: Workspace) -> None:
    with workspace._database.write() as writer:
        for key in "abc":
            settings.put(writer, key, key)
        settings.forget_all_but(writer, {"b", "never there"})
        assert [settings.get(writer, key) for key in "abc"] == [None, "b", None]
