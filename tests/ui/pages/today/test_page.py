"""Today: the first day, what runs, and the way into a session."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu

from app.records.clients.record import ClientDetails
from app.workflows.backup.need import BackupNeed
from app.workspace import Workspace
from tests.support.consent_records import HANNA
from tests.support.desk import Desk, add_clients
from tests.support.find import find
from tests.support.made_backups import a_backup
from ui.pages.today.backup_step import BackupStep
from ui.pages.today.page import IN_MENU, TodayPage
from ui.pages.today.view_model import TodayModel
from ui.places.navigation import PageId, Place
from ui.shell.session_start import SessionStart
from ui.widgets.button import Button
from ui.widgets.fitted_list import FittedList

TODAY = Place(PageId.TODAY)


@pytest.fixture
def page(desk: Desk) -> TodayPage:
    """Today, not shown yet."""
    start = SessionStart(desk.jobs, desk.navigation, desk.window)
    model = TodayModel(desk.jobs, desk.clock)
    page = TodayPage(desk.theme, model, desk.navigation, desk.registry, start)
    model.setParent(page)
    return page


def words(desk: Desk) -> list[str]:
    return [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]


def test_the_first_day_offers_what_leads_somewhere(desk: Desk, page: TodayPage) -> None:
    desk.show(page, TODAY)
    assert "Tuesday 17 November" in words(desk)
    assert "The vault is ready. Nothing in it yet." in words(desk)
    assert find(desk.window, Button, "today.add_client").isVisible()
    desk.press("today.fill_in_practice")
    assert desk.places[-1] == Place(PageId.SETTINGS, tab="practice")


def test_a_practice_that_is_known_needs_no_step(desk: Desk, page: TodayPage) -> None:
    desk.ask(lambda w: w.practice.change(HANNA))
    desk.show(page, TODAY)
    assert "Say who you are" not in words(desk)


def test_a_client_who_is_added_turns_the_first_day_into_the_desk(
    desk: Desk, page: TodayPage
) -> None:
    desk.show(page, TODAY)
    desk.jobs.write(page, lambda w: w.clients.add(ClientDetails("Amara Osei")))
    desk.rest()
    assert "Seen last" in words(desk)
    assert not find(desk.window, Button, "today.add_client").isVisible()


def test_enter_opens_the_client_seen_last(desk: Desk, page: TodayPage) -> None:
    (amara,) = add_clients(desk, "Amara Osei")
    desk.show(page, TODAY)
    assert desk.focus() is find(desk.window, FittedList, "today.people")
    desk.key(Qt.Key.Key_Return)
    assert desk.places[-1] == Place(PageId.CLIENT, client=amara)


def test_a_session_is_started_with_a_client_from_the_list(desk: Desk, page: TodayPage) -> None:
    amara, _joel = add_clients(desk, "Amara Osei", "Joel Pennington")
    desk.show(page, TODAY)
    desk.press("today.start_session")
    menu = find(desk.window, QMenu, "today.start_menu")
    assert menu.isVisible()
    menu.actions()[0].trigger()
    menu.close()
    desk.rest()
    (session,) = desk.ask(lambda w: w.sessions.running())
    assert desk.places[-1] == Place(PageId.SESSION, client=amara, session=session.id)


def test_a_running_session_is_gone_on_with(desk: Desk, page: TodayPage) -> None:
    (amara,) = add_clients(desk, "Amara Osei")
    desk.ask(lambda w: w.start_session(amara))
    desk.show(page, TODAY)
    assert "Session with Amara is running" in words(desk)
    desk.press("today.go_on")
    (session,) = desk.ask(lambda w: w.sessions.running())
    assert desk.places[-1] == Place(PageId.SESSION, client=amara, session=session.id)


def test_f5_goes_on_with_what_runs(desk: Desk, page: TodayPage) -> None:
    (amara,) = add_clients(desk, "Amara Osei")
    desk.ask(lambda w: w.start_session(amara))
    desk.show(page, TODAY)
    desk.key(Qt.Key.Key_F5)
    assert desk.places[-1].page is PageId.SESSION


def test_f5_asks_with_whom_when_nothing_runs(desk: Desk, page: TodayPage) -> None:
    add_clients(desk, "Amara Osei")
    desk.show(page, TODAY)
    desk.key(Qt.Key.Key_F5)
    menu = find(desk.window, QMenu, "today.start_menu")
    assert menu.isVisible()
    menu.close()


def test_the_date_changes_at_midnight(desk: Desk, page: TodayPage) -> None:
    desk.show(page, TODAY)
    desk.clock.go_to(datetime(2026, 11, 18, 0, 0, 30, tzinfo=UTC))
    find(page, TodayModel).refresh()
    assert "Wednesday 18 November" in words(desk)


def test_a_name_with_an_ampersand_is_shown_as_it_is(desk: Desk, page: TodayPage) -> None:
    add_clients(desk, "R&D lead")
    desk.show(page, TODAY)
    desk.press("today.start_session")
    menu = find(desk.window, QMenu, "today.start_menu")
    assert menu.actions()[0].text() == "R&&D lead"
    menu.close()


def test_of_many_clients_the_menu_has_the_last_ones_and_the_way_to_all(
    desk: Desk, page: TodayPage
) -> None:
    add_clients(desk, *(f"Client {number}" for number in range(IN_MENU + 5)))
    desk.show(page, TODAY)
    desk.press("today.start_session")
    menu = find(desk.window, QMenu, "today.start_menu")
    people = [action for action in menu.actions() if action.text().startswith("Client ")]
    assert len(people) == IN_MENU
    assert menu.actions()[-1].text() == f"All {IN_MENU + 5} clients"
    menu.actions()[-1].trigger()
    menu.close()
    assert desk.places[-1] == Place(PageId.CLIENTS)


def test_the_last_session_is_named_with_its_day(desk: Desk, page: TodayPage) -> None:
    (amara,) = add_clients(desk, "Amara Osei")
    desk.ask(lambda w: w.start_session(amara))
    desk.ask(lambda w: w.sessions.end(w.sessions.running()[0].id))
    desk.clock.move(timedelta(days=2))
    desk.show(page, TODAY)
    assert "The last session was Tue 17 Nov, with Amara." in words(desk)


def test_a_kit_that_is_on_no_paper_is_asked_for_until_it_is(desk: Desk, page: TodayPage) -> None:
    made: list[None] = []
    desk.registry.bind("vault.new_kit", lambda: made.append(None))
    desk.show(page, TODAY)
    assert "Keep a Recovery Kit" in words(desk)
    desk.press("today.make_kit")
    assert made == [None]
    desk.jobs.write(page, lambda w: w.ways_in.kits.was_kept())
    desk.rest()
    assert "Keep a Recovery Kit" not in words(desk)


def test_a_proof_is_asked_for_after_a_quarter_of_a_year(desk: Desk, page: TodayPage) -> None:
    add_clients(desk, "Amara Osei")
    desk.ask(lambda w: (w.practice.change(HANNA), w.ways_in.kits.was_kept()))
    desk.ask(lambda w: w.backups.record(a_backup(made=desk.clock.now())))
    desk.show(page, TODAY)
    assert "Needs you" not in words(desk)
    desk.clock.go_to(datetime(2027, 2, 17, 12, tzinfo=UTC))
    page._model.refresh()
    assert "Needs you" in words(desk)
    assert "Prove your Recovery Kit" in words(desk)
    proven: list[None] = []
    desk.registry.bind("vault.rehearse", lambda: proven.append(None))
    find(page._people, Button, "today.prove_kit").click()
    assert proven == [None]


def test_a_first_backup_is_asked_for_until_there_is_one(desk: Desk, page: TodayPage) -> None:
    led: list[None] = []
    desk.registry.bind("go.backups", lambda: led.append(None))
    desk.show(page, TODAY)
    assert "No backup yet" not in words(desk)  # there is nothing to lose
    add_clients(desk, "Amara Osei")
    page._model.load()
    desk.rest()
    assert "No backup yet" in words(desk)
    find(page._people, Button, "today.back_up").click()
    assert led == [None]
    desk.jobs.write(page, lambda w: w.backups.record(a_backup(made=desk.clock.now())))
    desk.rest()
    assert "No backup yet" not in words(desk)


def test_an_old_backup_is_told_by_its_age(desk: Desk, page: TodayPage) -> None:
    add_clients(desk, "Amara Osei")
    desk.ask(lambda w: w.backups.record(a_backup(made=desk.clock.now())))
    desk.clock.move(timedelta(days=15))
    desk.show(page, TODAY)
    assert "The last backup is 15 days old" in words(desk)


def test_where_none_is_to_be_made_the_button_says_what_it_leads_to(
    desk: Desk, page: TodayPage
) -> None:
    desk.show(page, TODAY)
    step = find(page, BackupStep)
    step.show_state(replace(page._model.state, backup_need=BackupNeed.OLD_SHEET))
    button = find(step, Button, "today.back_up")
    assert (button.text(), button.accessibleName()) == ("Show backups", "Show backups")
    step.show_state(replace(page._model.state, backup_need=BackupNeed.OLD))
    assert (button.text(), button.accessibleName()) == ("Back up", "Back up")


def test_made_up_clients_need_no_backup(desk: Desk, page: TodayPage) -> None:
    def make_up(workspace: Workspace) -> None:
        with workspace._database.write() as writer:
            workspace.made_up.put(writer)

    add_clients(desk, "Amara Osei")
    desk.ask(make_up)
    desk.show(page, TODAY)
    assert "No backup yet" not in words(desk)


def test_made_up_clients_need_no_kit(desk: Desk, page: TodayPage) -> None:
    def make_up(workspace: Workspace) -> None:
        with workspace._database.write() as writer:
            workspace.made_up.put(writer)

    desk.ask(make_up)
    desk.show(page, TODAY)
    assert "Keep a Recovery Kit" not in words(desk)
