"""A client's record on a real vault: the tab in a window, and what a person does with it."""

from datetime import UTC, date, datetime
from functools import partial

from app.core.clock import Moment
from app.core.ids import ClientId, PurposeId
from app.records.consents.record import EventKind, Method
from app.records.consents.service import Decision
from app.records.purposes.record import Purpose
from app.workspace import Workspace
from tests.support.consent_records import ZONE
from tests.support.desk import Desk
from ui.commands.context import Context
from ui.pages.record.tab import RecordTab
from ui.paper.renderer import Paper
from ui.theme.switcher import Theme
from ui.widgets.scrim import Scrim, top_scrim
from ui.widgets.scroll_page import ScrollPage


class RecordDesk:
    """Amara's record tab, in a page that scrolls."""

    def __init__(self, desk: Desk, theme: Theme, client: ClientId) -> None:
        self.desk = desk
        self.client = client
        self.tab = RecordTab(theme, desk.jobs, desk.clock, Paper(), desk.registry)
        self.page = ScrollPage(top=0)
        self.page.content.addWidget(self.tab)
        self.page.content.addStretch(1)
        layout = desk.window.layout()
        assert layout is not None
        layout.addWidget(self.page)
        for button in self.tab.header_buttons():
            layout.addWidget(button)
        desk.registry.set_context(Context.CLIENT)

    def open(self) -> None:
        """Shows the tab, as the client's page does."""
        self.desk.window.show()
        self.desk.window.activateWindow()
        self.tab.show_client(self.client)
        self.tab.focus_first()
        self.desk.rest()

    def dialog(self) -> Scrim | None:
        """What lies over the window."""
        return top_scrim(self.desk.window)

    def purpose(self, key: str) -> Purpose:
        """A shipped purpose, as it is in the vault."""
        return self.desk.ask(partial(_purpose, key=key))

    def note(
        self,
        key: str,
        kind: EventKind,
        on: date,
        *,
        method: Method = Method.ALOUD,
        ends_on: date | None = None,
        remark: str = "",
    ) -> PurposeId:
        """Puts a decision on record, at ten in the morning."""
        purpose = self.purpose(key)
        at = Moment(datetime(on.year, on.month, on.day, 10, 0, tzinfo=UTC), ZONE)
        decision = Decision(
            self.client, purpose.id, purpose.notice.id, kind, at, method, ends_on, remark
        )
        jobs = self.desk.jobs
        jobs.write(jobs, lambda workspace: workspace.consents.record(decision))
        self.desk.rest()
        return purpose.id

    def events(self) -> list[EventKind]:
        """What is on record, in the order of the numbers."""
        consents = self.desk.ask(lambda workspace: workspace.consents.of_client(self.client))
        events = [event for consent in consents for event in consent.events]
        return [event.kind for event in sorted(events, key=lambda event: event.number)]


def _purpose(workspace: Workspace, key: str) -> Purpose:
    return next(each for each in workspace.purposes.listed() if each.template.key == key)
