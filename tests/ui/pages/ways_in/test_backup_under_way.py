"""A new kit and a new key wait for a backup that is under way, and a lock does not wait for it."""

from collections.abc import Callable

from crypto.slots.passphrase import PassphraseWay
from tests.support.workspaces import PASSPHRASE
from tests.ui.pages.ways_in.conftest import NEW, Ways
from tests.ui.pages.ways_in.test_dialogs import to_the_new_key
from ui.pages.ways_in.new_key_page import NewKeyPage


class UnderWay:
    """A backup that ends when a test says so."""

    def __init__(self, ways: Ways) -> None:
        self.asked: list[tuple[Callable[[], None], bool]] = []
        ways.model.give_way = self._give_way

    def _give_way(self, then: Callable[[], None], again: bool) -> None:
        self.asked.append((then, again))

    def end(self) -> None:
        [(then, _)] = self.asked
        then()

    @property
    def is_begun_anew(self) -> bool:
        [(_, again)] = self.asked
        return again


def kit_number(ways: Ways) -> int:
    return ways.desk.ask(lambda w: w.ways_in.kits.facts().number)


def test_a_new_kit_is_put_in_use_when_the_backup_is_over(ways: Ways) -> None:
    backup = UnderWay(ways)
    ways.run("vault.new_kit")
    ways.type("new_kit.proof", PASSPHRASE)
    ways.press("new_kit.do")
    ways.check_three("new_kit")
    ways.press("new_kit.do")
    ways.qtbot.waitUntil(lambda: bool(backup.asked))
    assert backup.is_begun_anew
    assert kit_number(ways) == 1

    backup.end()

    ways.wait_until_gone("new_kit")
    assert kit_number(ways) == 2


def test_a_new_key_is_begun_when_the_backup_is_over(ways: Ways) -> None:
    backup = UnderWay(ways)
    to_the_new_key(ways)
    ways.press("new_key.do")
    ways.qtbot.waitUntil(lambda: bool(backup.asked))
    assert not backup.is_begun_anew
    assert ways.desk.window.findChild(NewKeyPage) is None

    backup.end()

    ways.wait_until_sees("The vault has a new key")
    ways.desk.is_closed = True
    assert ways.opens(PassphraseWay(NEW))


def test_a_lock_while_the_backup_ends_leaves_the_old_key(ways: Ways) -> None:
    backup = UnderWay(ways)
    to_the_new_key(ways)
    ways.press("new_key.do")
    ways.qtbot.waitUntil(lambda: bool(backup.asked))

    ways.lock.leaving.emit(True)
    ways.close()
    backup.end()

    assert ways.desk.window.findChild(NewKeyPage) is None
    assert ways.slow.made[-1].found_again.reveal() == b""  # wiped
    assert ways.opens(PassphraseWay(PASSPHRASE))
    assert not ways.opens(PassphraseWay(NEW))
