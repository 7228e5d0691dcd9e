"""A backup brought back: where nothing else is, beside a vault, and what can be wrong with it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from crypto.primitives.kdf import APP_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import SlotKind
from crypto.vault.vault import look_at
from tests.support.backed_up import BACKUP_PASSPHRASE, CLIENT, BackedUp, a_backed_up_vault
from tests.support.by_keys import at_the_keyboard, press
from tests.support.composed import composed
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.journey_facts import opened
from tests.support.vault_on_disk import make_vault, remember
from tests.support.workspaces import PASSPHRASE
from ui.tour.walk import Until, Walk

NEW = "orchard lantern willow amber"
RESTORED = Path("Documents", "Underrose", "Whitlock Coaching.vault")


@pytest.fixture
def bare(at_home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home that nothing was written to, on a computer without D-Bus and password store."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    return at_home


@pytest.fixture
def backed_up(tmp_path: Path) -> BackedUp:
    """A backup of a vault that is gone."""
    (tmp_path / "lost").mkdir()
    return a_backed_up_vault(tmp_path / "lost")


@pytest.fixture
def driver(bare: Home, qapp: QApplication) -> Iterator[Driver]:
    with at_the_keyboard(qapp) as driver:
        yield driver


def type_path(driver: Driver, path: Path) -> Walk:
    yield from driver.hands.tab_to("restore.path")
    yield from driver.hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    yield from driver.hands.type(f"{path}\n")


def type_words(driver: Driver, words: tuple[str, ...]) -> Walk:
    yield driver.hands.has_focus("restore.word_1")
    yield from driver.hands.type(f"{' '.join(words)}\n")


def open_backup(driver: Driver, backed_up: BackedUp) -> Walk:
    """From the first page to what is in it."""
    yield from press(driver, "first_run.restore")
    yield driver.hands.has_focus("restore.choose")
    yield from type_path(driver, backed_up.file)
    yield from type_words(driver, backed_up.words)
    yield driver.reads("1 client, 1 session, 1 note")
    yield driver.hands.can_use("restore.go_on")


def is_asked(driver: Driver) -> Walk:
    """Waits until the page has looked for a password store, and keys go where they should."""
    yield driver.reads("So your vault will open with a passphrase.")
    yield Until("keys to go there", lambda: has_keys("enrol.passphrase"))


def put_it_off(driver: Driver) -> Walk:
    """Leaves it at the Recovery Kit for now."""
    yield from is_asked(driver)
    yield from press(driver, "enrol.skip")


def let_it_open(driver: Driver) -> Walk:
    """How this computer opens it from now on, typed twice."""
    yield from is_asked(driver)
    yield from driver.hands.type(f"{NEW}\n")
    yield driver.hands.has_focus("enrol.passphrase_again")
    yield from driver.hands.type(NEW)
    yield driver.hands.can_use("enrol.go_on")
    yield from driver.hands.press(Qt.Key.Key_Return)


def words_shown(driver: Driver) -> tuple[str, ...]:
    """The words of the kit on the screen, as a screen reader says them."""
    grid = driver.hands.seen("restore.words")
    assert grid is not None
    return tuple(part.split()[1] for part in grid.accessibleName().split(", "))


def place_of(driver: Driver, number: int) -> int:
    """Which word a field of the check asks for."""
    line = driver.hands.seen(f"restore.word_{number}")
    assert line is not None
    return int(line.accessibleName().split()[-1])


def has_keys(name: str) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and focus.objectName() == name


def everything_in(folder: Path) -> dict[str, str]:
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {str(each): hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


def is_at_desk(driver: Driver) -> Until:
    return driver.hands.sees("desk")


def test_on_a_computer_that_has_nothing_the_file_and_the_words_bring_everything_back_by_keys(
    bare: Home, driver: Driver, backed_up: BackedUp
) -> None:
    before = backed_up.file.read_bytes()
    driver.do(open_backup(driver, backed_up))
    driver.do(driver.hands.press(Qt.Key.Key_Return))  # the name that is suggested
    driver.do(let_it_open(driver))
    driver.wait(driver.reads("Needs you"))
    restored = bare.folder / RESTORED
    assert look_at(restored).kinds == {SlotKind.PASSPHRASE, SlotKind.RECOVERY}
    assert backed_up.file.read_bytes() == before


def test_what_came_back_opens_from_then_on_by_what_was_chosen(
    bare: Home, qapp: QApplication, backed_up: BackedUp
) -> None:
    with at_the_keyboard(qapp) as driver:
        driver.do(open_backup(driver, backed_up), driver.hands.press(Qt.Key.Key_Return))
        driver.do(let_it_open(driver))
        driver.wait(driver.reads("Needs you"))
    with opened(bare.folder / RESTORED, PassphraseWay(NEW)) as workspace:
        assert [client.name for client in workspace.clients.listed()] == [CLIENT]
        assert workspace.integrity.check_at_once().is_sound


def test_put_off_it_opens_by_the_kit_and_is_asked_about_again(
    bare: Home, qapp: QApplication, backed_up: BackedUp
) -> None:
    with at_the_keyboard(qapp) as driver:
        driver.do(open_backup(driver, backed_up), driver.hands.press(Qt.Key.Key_Return))
        driver.do(put_it_off(driver))
        driver.wait(driver.reads("Needs you"))
    with at_the_keyboard(qapp) as driver:
        driver.wait(driver.reads("So far only its Recovery Kit opens it."))
        driver.do(press(driver, "unlock.open"))
        driver.wait(driver.hands.has_focus("recover.word_1"))
        driver.do(driver.hands.type(f"{' '.join(backed_up.words)}\n"))
        driver.do(let_it_open(driver))
        driver.wait(driver.reads("Needs you"))
    assert SlotKind.PASSPHRASE in look_at(bare.folder / RESTORED).kinds


def test_by_its_passphrase_a_new_kit_is_kept_first_and_opens_what_came_back(
    bare: Home, qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "lost").mkdir()
    cost = APP_COSTS.lowest
    backed_up = a_backed_up_vault(tmp_path / "lost", passphrase=BACKUP_PASSPHRASE, cost=cost)
    with at_the_keyboard(qapp) as driver:
        driver.do(press(driver, "first_run.restore"), type_path(driver, backed_up.file))
        driver.do(press(driver, "restore.other"))
        driver.wait(driver.hands.has_focus("restore.passphrase"))
        driver.do(driver.hands.type(f"{PASSPHRASE}\n"))  # the vault's own
        driver.wait(driver.reads("That passphrase didn’t open the backup."))
        driver.wait(driver.hands.has_focus("restore.passphrase"))
        driver.do(driver.hands.type(f"{BACKUP_PASSPHRASE}\n"))
        driver.wait(driver.hands.can_use("restore.go_on"))
        driver.wait(driver.hands.has_focus("restore.name"))
        driver.do(driver.hands.press(Qt.Key.Key_Return))
        driver.wait(driver.hands.sees("restore.print"))
        assert not (bare.folder / "Documents").exists()
        words = words_shown(driver)
        for number in (1, 2, 3):
            driver.do(driver.hands.tab_to(f"restore.word_{number}"))
            driver.do(driver.hands.type(words[place_of(driver, number) - 1]))
        driver.do(press(driver, "restore.go_on"), put_it_off(driver))
        driver.wait(driver.reads("Needs you"))
    with opened(bare.folder / RESTORED, RecoveryWay(words)) as workspace:
        assert [client.name for client in workspace.clients.listed()] == [CLIENT]
        facts = workspace.ways_in.kits.facts()
        assert facts.number > 100  # far from those of the vault that was backed up
        assert facts.kept


def test_beside_a_vault_that_stays_byte_for_byte_the_same(
    bare: Home, qapp: QApplication, backed_up: BackedUp
) -> None:
    vault, _ = make_vault(bare, PassphraseWay(PASSPHRASE))
    before = everything_in(vault)
    with at_the_keyboard(qapp) as driver:
        driver.do(press(driver, "unlock.restore"))
        driver.do(type_path(driver, backed_up.file), type_words(driver, backed_up.words))
        driver.wait(driver.reads("This backup belongs to another vault, “Whitlock Coaching”."))
        driver.wait(driver.hands.can_use("restore.go_on"))
        driver.do(driver.hands.press(Qt.Key.Key_Return))
        driver.do(let_it_open(driver))
        driver.wait(driver.reads("Needs you"))
    assert everything_in(vault) == before
    (restored,) = vault.parent.glob("Whitlock Coaching, backup of *.vault")
    assert look_at(restored).vault_id != look_at(vault).vault_id


def test_beside_its_own_vault_it_says_what_is_newer_here(
    bare: Home, qapp: QApplication, backed_up: BackedUp
) -> None:
    remember(bare, backed_up.vault)
    with at_the_keyboard(qapp) as driver:
        driver.do(press(driver, "unlock.restore"))
        driver.do(type_path(driver, backed_up.file), type_words(driver, backed_up.words))
        # the entry that it was made came after it
        driver.wait(
            driver.reads(
                "As far as the backup. Since then only the backup itself was noted, it seems."
            )
        )


def test_a_name_in_use_is_refused_until_it_is_another(
    bare: Home, qapp: QApplication, backed_up: BackedUp
) -> None:
    taken = bare.folder / "Documents" / "Underrose" / "Mine.vault"
    taken.mkdir(parents=True)
    (taken / "mine.txt").write_text("mine")
    with at_the_keyboard(qapp) as driver:
        driver.do(open_backup(driver, backed_up))
        driver.do(driver.hands.fill("restore.name", "Mine"))
        driver.wait(driver.reads("Something of that name is there already."))
        assert not driver.hands.can_use("restore.go_on").met()
        driver.do(driver.hands.type(" again"))
        driver.do(press(driver, "restore.go_on"))
        driver.wait(driver.hands.sees("enrol.skip"))
    assert [each.name for each in taken.iterdir()] == ["mine.txt"]
    assert look_at(taken.with_name("Mine again.vault")).name == "Mine again"


def test_words_of_another_kit_are_told_and_one_wrong_word_is_put_right(
    driver: Driver, backed_up: BackedUp
) -> None:
    driver.do(press(driver, "first_run.restore"), type_path(driver, backed_up.file))
    wrong = "zoo" if backed_up.words[6] != "zoo" else "zero"
    driver.do(type_words(driver, (*backed_up.words[:6], wrong, *backed_up.words[7:])))
    driver.wait(driver.reads(f"Word 7 should be “{backed_up.words[6]}”."))
    driver.do(press(driver, "restore.go_on"))
    driver.wait(driver.reads("1 client, 1 session, 1 note"))


def test_the_words_of_another_vault_are_told_with_the_kit_that_it_takes(
    driver: Driver, backed_up: BackedUp, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = a_backed_up_vault(tmp_path / "other")
    driver.do(press(driver, "first_run.restore"), type_path(driver, backed_up.file))
    driver.do(type_words(driver, other.words))
    driver.wait(
        driver.reads("These words are for another vault or another kit (this backup: kit 1")
    )


def test_a_damaged_backup_is_told_and_nothing_is_made(
    bare: Home, driver: Driver, backed_up: BackedUp
) -> None:
    data = bytearray(backed_up.file.read_bytes())
    data[9000] ^= 1
    backed_up.file.write_bytes(data)
    driver.do(press(driver, "first_run.restore"), type_path(driver, backed_up.file))
    driver.do(type_words(driver, backed_up.words))
    driver.wait(driver.reads("This backup is damaged. Nothing was changed."))
    assert not (bare.folder / "Documents").exists()


@pytest.mark.parametrize("left", [0, 100, 8192, -1])
def test_a_truncated_backup_is_told(driver: Driver, backed_up: BackedUp, left: int) -> None:
    backed_up.file.write_bytes(backed_up.file.read_bytes()[:left])
    driver.do(press(driver, "first_run.restore"), type_path(driver, backed_up.file))
    driver.wait(driver.reads("This isn’t a backup of Underrose’s, or its end is missing."))


def test_a_backup_of_a_newer_version_is_told(driver: Driver, backed_up: BackedUp) -> None:
    data = backed_up.file.read_bytes().replace(b"UNDERROSE-BACKUP 1", b"UNDERROSE-BACKUP 2")
    backed_up.file.write_bytes(data)
    driver.do(press(driver, "first_run.restore"), type_path(driver, backed_up.file))
    driver.wait(driver.reads("This backup was made by a newer version of Underrose."))


def test_a_file_that_is_not_there_is_told_and_another_can_be_chosen(
    driver: Driver, backed_up: BackedUp
) -> None:
    driver.do(press(driver, "first_run.restore"))
    driver.do(type_path(driver, backed_up.file.with_name("gone.underrose-backup")))
    driver.wait(driver.reads("The backup isn’t there, or can’t be read."))
    driver.do(type_path(driver, backed_up.file))
    driver.wait(driver.hands.has_focus("restore.word_1"))


def test_a_file_can_be_chosen_in_the_dialog(
    bare: Home, qapp: QApplication, backed_up: BackedUp
) -> None:
    with composed(qapp) as whole:
        driver = Driver(qapp, whole.window)
        driver.do(
            driver.hands.click("first_run.restore"),
            driver.hands.click("restore.choose"),
            driver.hands.answer_file_dialog(str(backed_up.file)),
        )
        driver.wait(driver.reads("It opens with the words of Recovery Kit 1"))


def test_a_vault_that_is_gone_and_one_whose_key_files_are_damaged_lead_there(
    bare: Home, qapp: QApplication, backed_up: BackedUp
) -> None:
    remember(bare, bare.folder / "Gone.vault")
    with at_the_keyboard(qapp) as driver:
        driver.wait(driver.reads("The vault isn’t where it was."))
        driver.do(press(driver, "unlock.restore"))
        driver.wait(driver.hands.has_focus("restore.choose"))
        driver.do(press(driver, "restore.back"))
        driver.wait(driver.reads("The vault isn’t where it was."))
    for name in ("header.json", "header.copy.json"):
        (backed_up.vault / name).write_bytes(b"nothing of a header")
    remember(bare, backed_up.vault)
    with at_the_keyboard(qapp) as driver:
        driver.wait(driver.reads("Both key files of this vault are damaged."))
        driver.do(press(driver, "unlock.restore"))
        driver.do(type_path(driver, backed_up.file), type_words(driver, backed_up.words))
        driver.wait(driver.hands.can_use("restore.go_on"))
        driver.do(driver.hands.press(Qt.Key.Key_Return))
        driver.wait(driver.hands.sees("enrol.skip"))
